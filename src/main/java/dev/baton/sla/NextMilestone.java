package dev.baton.sla;

import dev.baton.incident.Priority;
import dev.baton.sla.agreement.ObligationKind;
import java.time.Instant;

/**
 * How a clock stands, and what it waits for.
 *
 * @param milestone null unless there is one to come
 * @param dueAt when it is reached; null with the milestone
 */
public record NextMilestone(
    ObligationKind obligation, Watch watch, String milestone, Instant dueAt, Priority priority) {

  /** Where the flow of a clock waits. */
  public enum Watch {
    /** For a milestone, in time. */
    RUNNING,
    /** For a milestone after the breach. */
    PAST_DUE,
    /** For the clock to go on. */
    PAUSED,
    /** Past due, and everything was told. */
    ALL_TOLD
  }
}
