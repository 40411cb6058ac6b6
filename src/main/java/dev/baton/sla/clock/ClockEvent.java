package dev.baton.sla.clock;

import dev.baton.incident.HoldReason;
import dev.baton.sla.agreement.Terms;
import java.time.Instant;

/**
 * What happened to an incident, as far as its clocks care.
 *
 * @param reason of a hold; null otherwise
 * @param terms of a retarget: what is promised from then on, null when nothing is; null otherwise
 * @param actor the sign-in name of who did it, or {@code flow}
 */
public record ClockEvent(Instant at, Type type, HoldReason reason, Terms terms, String actor) {

  /** The kinds of events. */
  public enum Type {
    ASSIGNED,
    /** A message to the client by a person, or a call. */
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
