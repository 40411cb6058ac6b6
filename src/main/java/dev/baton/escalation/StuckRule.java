package dev.baton.escalation;

import java.time.Duration;

/**
 * When an incident is stuck or handed around, as stuck-incidents.dmn gives it.
 *
 * @param stuckAfter working time of the calendar without progress; null for never
 * @param calendar name of a published calendar; null for around the clock
 * @param reassignmentsAllowed null for any number
 */
public record StuckRule(Duration stuckAfter, String calendar, Integer reassignmentsAllowed) {

  /** Nothing is watched. */
  public static final StuckRule NONE = new StuckRule(null, null, null);
}
