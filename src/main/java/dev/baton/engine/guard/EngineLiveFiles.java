package dev.baton.engine.guard;

import dev.baton.engine.release.LiveFiles;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Reads them from the engine. */
@Component
class EngineLiveFiles implements LiveFiles {

  private final ProcessEngineConfigurationImpl engine;
  private final LiveRelease release = new LiveRelease();

  EngineLiveFiles(ProcessEngine engine) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  @Override
  public Map<String, byte[]> now() {
    return engine.getCommandExecutorTxRequired().execute(release::files);
  }
}
