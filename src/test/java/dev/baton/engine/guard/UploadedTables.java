package dev.baton.engine.guard;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.xml.ModelException;

/** Reads a decision table as a deployment does: our checks first, then the engine's own reading. */
public final class UploadedTables {

  private static final ModelCheck CHECK = new ModelCheck(name -> false);
  private static final DmnEngine ENGINE =
      new DefaultDmnEngineConfiguration().feelEngineFactory(FastFeelEngine.factory()).buildEngine();

  private UploadedTables() {}

  /** Whether it is read; if not, it was refused with a reason. */
  public static boolean reads(byte[] table) {
    try {
      return CHECK.flawsOf(table).isEmpty()
          && !ENGINE.parseDecisions(new ByteArrayInputStream(table)).isEmpty();
    } catch (IllegalArgumentException | DmnEngineException | ModelException refused) {
      return false;
    }
  }
}
