package dev.baton.sla.clock;

import dev.baton.incident.HoldReason;
import dev.baton.sla.agreement.Terms;
import java.time.Instant;

/**
 * Something that happened to an incident and affects its clocks.
 *
 * @param reason why the work was put on hold; null for other events
 * @param terms after a retarget, what is promised from then on, or null if nothing is any more;
 *     null for other events
 * @param actor the sign-in name of the person who did it, or {@code flow}
 */
public record ClockEvent(Instant at, Type type, HoldReason reason, Terms terms, String actor) {

  /** The kinds of events. */
  public enum Type {
    ASSIGNED,
    /** A person sent the client a message or called. */
    ANSWERED,
    CLIENT_WROTE,
    HELD,
    RESUMED,
    RETARGETED,
    RESOLVED,
    REOPENED,
    CLOSED,
    CANCELLED
  }

  public static ClockEvent of(Instant at, Type type) {
    return new ClockEvent(at, type, null, null, "flow");
  }
}
