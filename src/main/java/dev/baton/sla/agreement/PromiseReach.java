package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.CalendarRangeExceeded;
import dev.baton.calendar.InvalidCalendar;
import dev.baton.calendar.Target;
import dev.baton.calendar.WorkingCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a promise that begins now is due, and whoever is notified after its breach is, within
 * twenty years.
 *
 * @param calendar whose hours measure it; may be null for a target in calendar time
 */
record PromiseReach(CalendarDefinition calendar, Instant now) {

  private static final Duration LONGEST = Duration.ofDays(20 * 366L);

  /**
   * A time of a promise that lies further away.
   *
   * @param field such as {@code target} or {@code afterBreach[0]}
   */
  record DistantTime(String field, Target time) {}

  /** The first time of the promise that lies further away; empty if none does. */
  Optional<DistantTime> tooFar(Promise promise) {
    WorkingCalendar hours;
    try {
      hours =
          promise.target().countsCalendarTime()
              ? WorkingCalendar.alwaysOpen()
              : WorkingCalendar.of(calendar);
    } catch (InvalidCalendar e) {
      return Optional.empty(); // reported for the calendar
    }
    if (!isWithin(() -> promise.target().dueFrom(now, hours))) {
      return Optional.of(new DistantTime("target", promise.target()));
    }
    Instant due = promise.target().dueFrom(now, hours);
    for (int i = 0; i < promise.afterBreach().size(); i++) {
      Target after = promise.afterBreach().get(i);
      if (PromiseValidator.FIXED.contains(after.unit())
          && !isWithin(() -> hours.add(due, Terms.duration(after)))) {
        return Optional.of(new DistantTime("afterBreach[" + i + "]", after));
      }
    }
    return Optional.empty();
  }

  boolean isTooFar(Promise promise) {
    return tooFar(promise).isPresent();
  }

  private boolean isWithin(Supplier<Instant> time) {
    try {
      return Duration.between(now, time.get()).compareTo(LONGEST) <= 0;
    } catch (CalendarRangeExceeded | ArithmeticException | DateTimeException e) {
      return false;
    }
  }
}
