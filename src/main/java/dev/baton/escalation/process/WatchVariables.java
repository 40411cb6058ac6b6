package dev.baton.escalation.process;

import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** Every variable of the flow that watches over incidents. */
@NamedInterface("variables")
public final class WatchVariables {

  static final String INCIDENT_NUMBER = "incidentNumber";
  static final String TRIGGER = "trigger";

  /** The source that raises the escalation, only once. */
  static final String SOURCE = "source";

  static final String REASON = "reason";

  /** Variables that the engine stores. */
  public static final Set<String> KEPT = Set.of(INCIDENT_NUMBER, TRIGGER, SOURCE, REASON);

  private WatchVariables() {}
}
