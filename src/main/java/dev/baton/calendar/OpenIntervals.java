package dev.baton.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The open intervals of a calendar in all years. Each year is built when first needed and then
 * shared. Intervals begin and end on whole seconds; instants may have fractions, which are kept.
 */
final class OpenIntervals {

  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2200;
  private static final long MEAN_YEAR = 31_556_952;
  private static final int NANOS = 1_000_000_000;

  /** Longer than all years together. */
  private static final long FOREVER = 1_000L * MEAN_YEAR;

  private final String name;
  private final CalendarDays days;
  private final AtomicReferenceArray<WorkingYear> years =
      new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

  OpenIntervals(String name, CalendarDays days) {
    this.name = name;
    this.days = days;
  }

  Instant add(Instant start, Duration positive) {
    WorkingYear year = yearOf(start);
    long nanos = workedNanos(year, start) + positive.getNano();
    long seconds =
        year.worked(start.getEpochSecond())
            + nanos / NANOS
            + Math.min(FOREVER, positive.getSeconds());
    nanos %= NANOS;
    // A fraction of a second is worked after the whole seconds.
    while (seconds > year.total() || (seconds == year.total() && nanos > 0)) {
      seconds -= year.total();
      year = year(year.year + 1);
    }
    long whole = nanos > 0 ? year.lastWithWorked(seconds) : year.whenWorked(seconds);
    return Instant.ofEpochSecond(whole, nanos);
  }

  Instant subtract(Instant end, Duration positive) {
    WorkingYear year = yearOf(end);
    long nanos = workedNanos(year, end) - positive.getNano();
    long borrowed = nanos < 0 ? 1 : 0;
    nanos += borrowed * NANOS;
    long seconds =
        year.worked(end.getEpochSecond()) - borrowed - Math.min(FOREVER, positive.getSeconds());
    while (seconds < 0) {
      year = year(year.year - 1);
      seconds += year.total();
    }
    return Instant.ofEpochSecond(year.lastWithWorked(seconds), nanos);
  }

  Duration between(Instant from, Instant to) {
    WorkingYear first = yearOf(from);
    WorkingYear last = yearOf(to);
    long seconds = last.worked(to.getEpochSecond()) - first.worked(from.getEpochSecond());
    for (int year = first.year; year < last.year; year++) {
      seconds += year(year).total();
    }
    return Duration.ofSeconds(seconds, workedNanos(last, to) - workedNanos(first, from));
  }

  boolean isOpen(Instant at) {
    return yearOf(at).openAt(at.getEpochSecond());
  }

  /** The next time it opens, or the limit if it does not open before that. */
  Instant nextOpening(Instant after, Instant limit) {
    WorkingYear year = yearOf(after);
    int interval = year.at(after.getEpochSecond()) + 1;
    while (true) {
      if (interval == year.size()) {
        if (year.to >= limit.getEpochSecond()) {
          return limit;
        }
        year = year(year.year + 1);
        interval = 0;
      } else if (interval == 0 && goesOnFrom(year)) {
        interval++;
      } else {
        return earlier(year.opens(interval), limit);
      }
    }
  }

  /** The next time it closes, or the limit if it does not close before that. */
  Instant nextClosing(Instant after, Instant limit) {
    WorkingYear year = yearOf(after);
    int interval = year.at(after.getEpochSecond());
    if (interval < 0 || year.closes(interval) <= after.getEpochSecond()) {
      interval++;
    }
    while (true) {
      if (interval == year.size()) {
        if (year.to >= limit.getEpochSecond()) {
          return limit;
        }
        year = year(year.year + 1);
        interval = 0;
      } else if (year.closes(interval) == year.to
          && year.to < limit.getEpochSecond()
          && goesOnFrom(year(year.year + 1))) {
        interval++;
      } else {
        return earlier(year.closes(interval), limit);
      }
    }
  }

  /** The year of an instant, in the time zone of the calendar. */
  WorkingYear yearOf(Instant instant) {
    long second = instant.getEpochSecond();
    long guess = 1970 + Math.floorDiv(second, MEAN_YEAR);
    WorkingYear year = year((int) Math.max(FIRST_YEAR, Math.min(LAST_YEAR, guess)));
    while (second < year.from) {
      year = year(year.year - 1);
    }
    while (second >= year.to) {
      year = year(year.year + 1);
    }
    return year;
  }

  WorkingYear year(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new CalendarRangeExceeded(
          "Calendar '%s' covers the years %d to %d; the result would be in %d or later, or does not exist"
              .formatted(name, FIRST_YEAR, LAST_YEAR, year));
    }
    WorkingYear known = years.get(year - FIRST_YEAR);
    if (known == null) {
      known = WorkingYear.of(year, days);
      years.set(year - FIRST_YEAR, known);
    }
    return known;
  }

  /** Whether it was open until the very end of the year before, and stays open. */
  private boolean goesOnFrom(WorkingYear year) {
    if (year.size() == 0 || year.opens(0) != year.from || year.year == FIRST_YEAR) {
      return false;
    }
    WorkingYear earlier = year(year.year - 1);
    return earlier.size() > 0 && earlier.closes(earlier.size() - 1) == earlier.to;
  }

  private static Instant earlier(long second, Instant limit) {
    Instant found = Instant.ofEpochSecond(second);
    return found.isBefore(limit) ? found : limit;
  }

  /** An instant's fraction of a second, if it is working time; otherwise 0. */
  private static long workedNanos(WorkingYear year, Instant instant) {
    return instant.getNano() > 0 && year.openAt(instant.getEpochSecond()) ? instant.getNano() : 0;
  }
}
