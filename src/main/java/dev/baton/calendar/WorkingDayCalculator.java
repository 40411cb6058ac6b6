package dev.baton.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** Counts whole working days: dates on which something opens. Uses the counts of whole years. */
final class WorkingDayCalculator {

  private final CalendarDays days;
  private final OpenIntervals timeline;

  WorkingDayCalculator(CalendarDays days, OpenIntervals timeline) {
    this.days = days;
    this.timeline = timeline;
  }

  Instant add(Instant start, int count) {
    if (count == 0) {
      return start;
    }
    LocalDate date = days.date(start);
    LocalDate found = count > 0 ? onOrAfter(date, count) : onOrBefore(date, -count);
    return days.instant(found.atTime(days.local(start).toLocalTime()));
  }

  Instant closing(Instant start, int daysOn) {
    LocalDate date = days.date(start);
    LocalDate yesterday = date.minusDays(1);
    LocalDate base;
    if (days.worked(yesterday) && start.isBefore(closing(yesterday))) {
      base = yesterday;
    } else if (days.worked(date) && start.isBefore(closing(date))) {
      base = date;
    } else {
      base = onOrAfter(date.plusDays(1), 0);
    }
    return closing(daysOn >= 0 ? onOrAfter(base, daysOn) : onOrBefore(base, -daysOn));
  }

  /** The working days after the first date, up to and including the last one. */
  int between(Instant from, Instant to) {
    LocalDate first = days.date(from);
    LocalDate last = days.date(to);
    return last.isBefore(first) ? -upTo(last, first) : upTo(first, last);
  }

  private int upTo(LocalDate first, LocalDate last) {
    int count =
        timeline.year(last.getYear()).workingDaysBefore(last.plusDays(1))
            - timeline.year(first.getYear()).workingDaysBefore(first.plusDays(1));
    for (int year = first.getYear(); year < last.getYear(); year++) {
      count += timeline.year(year).workingDays();
    }
    return count;
  }

  /** The working day this many after the first one on or after this date. */
  private LocalDate onOrAfter(LocalDate date, int count) {
    WorkingYear year = timeline.year(date.getYear());
    long index = (long) year.workingDaysBefore(date) + count;
    while (index >= year.workingDays()) {
      index -= year.workingDays();
      year = timeline.year(year.year + 1);
    }
    return year.workingDay((int) index);
  }

  /** The working day this many before the last one on or before this date. */
  private LocalDate onOrBefore(LocalDate date, int count) {
    WorkingYear year = timeline.year(date.getYear());
    long index = (long) year.workingDaysBefore(date.plusDays(1)) - 1 - count;
    while (index < 0) {
      year = timeline.year(year.year - 1);
      index += year.workingDays();
    }
    return year.workingDay((int) index);
  }

  private Instant closing(LocalDate date) {
    int last =
        days.hours(date).stream()
            .map(OpeningHours::closing)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Instant.ofEpochSecond(days.second(date, last));
  }
}
