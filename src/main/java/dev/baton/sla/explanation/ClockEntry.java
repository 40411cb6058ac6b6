package dev.baton.sla.explanation;

import dev.baton.sla.clock.ClockEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of a clock's life in which one thing was the matter.
 *
 * @param to exclusive
 * @param used time of the target used in it
 * @param usedInTotal time of the target used when it ended
 * @param when both instants in the client's zone
 * @param words what was the matter
 * @param cause the event that brought the clock into this state; null at the opening
 * @param actor who caused it; {@code flow} where no person did
 * @param agreement in force meanwhile
 * @param pastDue whether the time was used up when it began; only of time that the clock measures
 * @param expected whether it lies ahead
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

  /** What was the matter. */
  public enum State {
    RUNNING,
    /** Closed by the weekly hours: night, lunch, weekend. */
    OUTSIDE_HOURS,
    HOLIDAY,
    CLOSED_DAY,
    ON_HOLD,
    /** Resolved: the clock stands until the incident is closed or reopened. */
    RESOLVED,
    /** Not begun: nobody to measure yet, or nothing to answer. */
    WAITING,
    /** Fulfilled in time, unless the incident is reopened. */
    MET;

    /** Whether it comes from the calendar, not from what happened. */
    boolean isOfTheCalendar() {
      return this == RUNNING || this == OUTSIDE_HOURS || this == HOLIDAY || this == CLOSED_DAY;
    }
  }
}
