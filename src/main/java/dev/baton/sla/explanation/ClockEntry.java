package dev.baton.sla.explanation;

import dev.baton.sla.clock.ClockEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * A period in the life of a clock during which its state did not change.
 *
 * @param to exclusive
 * @param used time of the target used during it
 * @param usedInTotal time of the target used by its end
 * @param when its beginning and end in the client's time zone
 * @param words what happened, as a phrase
 * @param cause the event that brought the clock into this state; null at the opening
 * @param actor who caused it; {@code flow} where no person did
 * @param agreement in force during it
 * @param pastDue whether the target was already used up when it began; only for measured time
 * @param expected whether it lies in the future
 */
public record ClockEntry(
    Instant from,
    Instant to,
    State state,
    Duration used,
    Duration usedInTotal,
    String when,
    String words,
    ClockEvent.Type cause,
    String actor,
    String agreement,
    boolean pastDue,
    boolean expected) {

  /** Whether it ran although the target was used up. */
  public boolean ranPastDue() {
    return pastDue && state == State.RUNNING;
  }

  /** What the clock did during the period, or why it stood still. */
  public enum State {
    RUNNING,
    /** Closed by the weekly hours: night, lunch, weekend. */
    OUTSIDE_HOURS,
    HOLIDAY,
    CLOSED_DAY,
    ON_HOLD,
    /** Resolved: the clock stands still until the incident is closed or reopened. */
    RESOLVED,
    /** Not started: no team is assigned yet, or there is nothing to answer. */
    WAITING,
    /** Met in time, unless the incident is reopened. */
    MET;

    /** Whether it follows from the calendar rather than from an event. */
    boolean isOfTheCalendar() {
      return this == RUNNING || this == OUTSIDE_HOURS || this == HOLIDAY || this == CLOSED_DAY;
    }
  }
}
