package dev.baton.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Working time according to one {@link CalendarDefinition}, exact across changes of daylight saving
 * time, with fractions of a second. Open from each opening time up to, but excluding, the closing
 * time; adjoining intervals are one. Covers the years 1900 to 2200 and throws {@link
 * CalendarRangeExceeded} outside them. Safe to share between threads; a target of several years
 * costs one table lookup per year.
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

  /**
   * Creates a calendar from a definition; throws {@link InvalidCalendar} if that makes no sense.
   */
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
   * The first instant by which this much working time has passed since the start: what is due
   * exactly at closing time is due then, not at the next opening. Zero gives the start itself;
   * negative time is subtracted.
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
   * The last instant from which this much working time passes until the end: if that is exactly an
   * opening time, it is that opening, not the closing before it.
   */
  public Instant subtract(Instant end, Duration workingTime) {
    return add(end, workingTime.negated());
  }

  /** Working time from one instant to the other; negative if the second is earlier. */
  public Duration between(Instant from, Instant to) {
    if (always) {
      return Duration.between(from, to);
    }
    return to.isBefore(from) ? timeline.between(to, from).negated() : timeline.between(from, to);
  }

  /** Whether it is open: true at an opening time, false at a closing time. */
  public boolean isOpen(Instant at) {
    return always || timeline.isOpen(at);
  }

  /** The first opening strictly after this instant. */
  public Instant nextOpening(Instant after) {
    changes("opens");
    return timeline.nextOpening(after, Instant.MAX);
  }

  /** The first closing strictly after this instant. */
  public Instant nextClosing(Instant after) {
    changes("closes");
    return timeline.nextClosing(after, Instant.MAX);
  }

  /** Whether anything opens on the date of this instant. */
  public boolean isWorkingDay(Instant at) {
    return days.worked(days.date(at));
  }

  /**
   * The same local time this many working days later, whether open then or not. A start on a day
   * without hours counts as the next working day (going back, the one before). Zero changes
   * nothing.
   */
  public Instant addWorkingDays(Instant start, int count) {
    return workingDays.add(start, count);
  }

  /** Working days after the first instant's day, up to and including the second instant's day. */
  public int workingDaysBetween(Instant from, Instant to) {
    return workingDays.between(from, to);
  }

  /**
   * The last closing of the working day of the start, or of the day this many working days later.
   * While a night shift is still at work, its working day is the day before; from closing time on,
   * and on a day without hours, it is the next one.
   */
  public Instant endOfWorkingDay(Instant start, int daysOn) {
    return workingDays.closing(start, daysOn);
  }

  /**
   * What lies between two instants, without gaps or overlaps: open, or closed and why. The reason
   * for a closed day applies from midnight to midnight; adjoining spans of the same kind and name
   * are one.
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

  /** The name of a holiday that {@link #spans} found, in another language than English. */
  public String holiday(CalendarSpan span, Locale language) {
    String name = days.holiday(days.date(span.from()), language);
    return name == null ? span.name() : name;
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
