package dev.baton.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Working time of one {@link CalendarDefinition}, exact through daylight saving, fractions of a
 * second kept. Open from each opening up to, not including, the closing; hours that touch are one.
 * Knows the years 1900 to 2200 and throws {@link CalendarRangeExceeded} past them. Safe to share
 * between threads; a target of years costs a look into a table per year.
 */
public final class WorkingCalendar {

  private static final WorkingCalendar ALWAYS =
      of(
          new CalendarDefinition(
              "24x7",
              ZoneOffset.UTC,
              Arrays.stream(DayOfWeek.values())
                  .collect(
                      Collectors.toMap(
                          Function.identity(),
                          day -> List.of(new OpeningHours(0, OpeningHours.DAY)))),
              null,
              Map.of(),
              Map.of()));

  private final CalendarDefinition definition;
  private final boolean always;
  private final CalendarDays days;
  private final OpenIntervals timeline;
  private final WorkingDayCalculator workingDays;

  private WorkingCalendar(CalendarDefinition definition, boolean always) {
    this.definition = definition;
    this.always = always;
    this.days = new CalendarDays(definition);
    this.timeline = new OpenIntervals(definition.name(), days);
    this.workingDays = new WorkingDayCalculator(days, timeline);
  }

  /** A calendar of this definition; throws {@link InvalidCalendar} where it makes no sense. */
  public static WorkingCalendar of(CalendarDefinition definition) {
    CalendarDefinitionValidator check = new CalendarDefinitionValidator(definition);
    check.run();
    return new WorkingCalendar(definition, check.alwaysOpen());
  }

  /** Every hour of every day, in UTC. */
  public static WorkingCalendar alwaysOpen() {
    return ALWAYS;
  }

  /**
   * The first instant by which so much working time has passed since the start: what is due exactly
   * at closing is due at closing, not at the next opening. Zero is the start itself; negative time
   * is subtracted.
   */
  public Instant add(Instant start, Duration workingTime) {
    if (always || workingTime.isZero()) {
      return start.plus(workingTime);
    }
    return workingTime.isNegative()
        ? timeline.subtract(start, workingTime.negated())
        : timeline.add(start, workingTime);
  }

  /**
   * The last instant from which so much working time passes until the end: back to exactly an
   * opening is that opening, not the closing before.
   */
  public Instant subtract(Instant end, Duration workingTime) {
    return add(end, workingTime.negated());
  }

  /** Working time from one instant to the other; negative where the second is the earlier. */
  public Duration between(Instant from, Instant to) {
    if (always) {
      return Duration.between(from, to);
    }
    return to.isBefore(from) ? timeline.between(to, from).negated() : timeline.between(from, to);
  }

  /** Whether it is open: at an opening yes, at a closing no. */
  public boolean isOpen(Instant at) {
    return always || timeline.isOpen(at);
  }

  /** The first moment strictly after this one at which closed becomes open. */
  public Instant nextOpening(Instant after) {
    changes("opens");
    return timeline.nextOpening(after, Instant.MAX);
  }

  /** The first moment strictly after this one at which open becomes closed. */
  public Instant nextClosing(Instant after) {
    changes("closes");
    return timeline.nextClosing(after, Instant.MAX);
  }

  /** Whether the date of this instant has hours of its own. */
  public boolean isWorkingDay(Instant at) {
    return days.worked(days.date(at));
  }

  /**
   * The same local time so many working days on, open then or not. A start on a day without hours
   * counts as on the next working day (going back, on the one before); no days are no change.
   */
  public Instant addWorkingDays(Instant start, int count) {
    return workingDays.add(start, count);
  }

  /** Working days after the day of the first instant up to and including that of the second. */
  public int workingDaysBetween(Instant from, Instant to) {
    return workingDays.between(from, to);
  }

  /**
   * The last closing of the start's working day, plus so many working days: of the day before while
   * its night is still being worked, of the next one from the closing on or on a day without hours.
   */
  public Instant endOfWorkingDay(Instant start, int daysOn) {
    return workingDays.closing(start, daysOn);
  }

  /**
   * What lies between two instants, without gap or overlap: open, or closed and why. A closed day's
   * reason reaches from midnight to midnight; adjoining spans of one kind and name are one.
   */
  public List<CalendarSpan> spans(Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Spans from %s to %s end first".formatted(from, to));
    }
    if (always) {
      return from.equals(to)
          ? List.of()
          : List.of(new CalendarSpan(from, to, CalendarSpan.SpanKind.OPEN, null));
    }
    return new CalendarSpanBuilder(days, timeline).between(from, to);
  }

  public ZoneId zone() {
    return definition.zone();
  }

  public CalendarDefinition definition() {
    return definition;
  }

  @Override
  public String toString() {
    return definition.name();
  }

  private void changes(String verb) {
    if (always) {
      throw new CalendarRangeExceeded(
          "Calendar '%s' is always open: it never %s".formatted(definition.name(), verb));
    }
  }
}
