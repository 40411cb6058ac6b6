package dev.baton.sla;

import dev.baton.incident.Priority;
import dev.baton.sla.agreement.ObligationKind;
import java.time.Instant;

/**
 * The state of a clock, and what its flow waits for.
 *
 * @param milestone null if there is none to wait for
 * @param dueAt when it will be reached; null if there is no milestone
 */
public record NextMilestone(
    ObligationKind obligation, Watch watch, String milestone, Instant dueAt, Priority priority) {

  /** What the flow of a clock waits for. */
  public enum Watch {
    /** For a milestone before the deadline. */
    RUNNING,
    /** For a milestone after the breach. */
    PAST_DUE,
    /** For the clock to continue. */
    PAUSED,
    /** Past due, with every milestone recorded. */
    ALL_TOLD
  }
}
