package dev.baton.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The open intervals of one local year in epoch seconds, cut off at its ends, with the working
 * seconds before each. Adjoining intervals are one. Searched by binary search; never changes once
 * built.
 */
final class WorkingYear {

  final int year;

  /** The first second of the year, and of the next year. */
  final long from;

  final long to;
  private final long[] opens;
  private final long[] closes;

  /** Working seconds of the year before each interval; the last entry is the total. */
  private final long[] before;

  /** The dates on which something opens, as epoch days, in order. */
  private final long[] workingDays;

  private WorkingYear(
      int year, long from, long to, long[] opens, long[] closes, long[] workingDays) {
    this.year = year;
    this.from = from;
    this.to = to;
    this.opens = opens;
    this.closes = closes;
    this.workingDays = workingDays;
    this.before = new long[opens.length + 1];
    for (int i = 0; i < opens.length; i++) {
      before[i + 1] = before[i] + closes[i] - opens[i];
    }
  }

  static WorkingYear of(int year, CalendarDays days) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate end = first.plusYears(1);
    Intervals intervals = new Intervals(days.second(first, 0), days.second(end, 0));
    long[] workingDays = new long[366];
    int worked = 0;
    // The night shift of the day before may reach into this year.
    for (LocalDate date = first.minusDays(1); date.isBefore(end); date = date.plusDays(1)) {
      for (OpeningHours hours : days.hours(date)) {
        intervals.add(days.second(date, hours.fromSecond()), days.second(date, hours.closing()));
      }
      if (!date.isBefore(first) && days.worked(date)) {
        workingDays[worked++] = date.toEpochDay();
      }
    }
    intervals.join();
    return new WorkingYear(
        year,
        intervals.from,
        intervals.to,
        Arrays.copyOf(intervals.opens, intervals.size),
        Arrays.copyOf(intervals.closes, intervals.size),
        Arrays.copyOf(workingDays, worked));
  }

  long total() {
    return before[opens.length];
  }

  int size() {
    return opens.length;
  }

  long opens(int interval) {
    return opens[interval];
  }

  long closes(int interval) {
    return closes[interval];
  }

  /** The last interval that opens at or before this second; -1 before the first. */
  int at(long second) {
    int found = Arrays.binarySearch(opens, second);
    return found >= 0 ? found : -found - 2;
  }

  boolean openAt(long second) {
    int interval = at(second);
    return interval >= 0 && second < closes[interval];
  }

  /** Working seconds of the year up to this second. */
  long worked(long second) {
    int interval = at(second);
    return interval < 0
        ? 0
        : before[interval] + Math.min(second, closes[interval]) - opens[interval];
  }

  /** The first second by which this many have been worked: from 1 to the total. */
  long whenWorked(long seconds) {
    int interval = floor(seconds - 1);
    return opens[interval] + seconds - before[interval];
  }

  /** The last second by which no more than this have been worked: from 0 to below the total. */
  long lastWithWorked(long seconds) {
    int interval = floor(seconds);
    return opens[interval] + seconds - before[interval];
  }

  int workingDays() {
    return workingDays.length;
  }

  /** How many working days the year has before this date. */
  int workingDaysBefore(LocalDate date) {
    int found = Arrays.binarySearch(workingDays, date.toEpochDay());
    return found >= 0 ? found : -found - 1;
  }

  LocalDate workingDay(int index) {
    return LocalDate.ofEpochDay(workingDays[index]);
  }

  /** The interval that contains the next working second after this many. */
  private int floor(long seconds) {
    int found = Arrays.binarySearch(before, seconds);
    return found >= 0 ? found : -found - 2;
  }

  /** Collects intervals in order, cut off at the ends of the year. */
  private static final class Intervals {

    private final long from;
    private final long to;
    private long[] opens = new long[800];
    private long[] closes = new long[800];
    private int size;

    private Intervals(long from, long to) {
      this.from = from;
      this.to = to;
    }

    private void add(long open, long close) {
      long first = Math.max(open, from);
      long end = Math.min(close, to);
      if (first >= end) {
        return;
      }
      if (size == opens.length) {
        opens = Arrays.copyOf(opens, size * 2);
        closes = Arrays.copyOf(closes, size * 2);
      }
      // Hours of a day may be in any order, and a night shift may overlap the next day's hours.
      int place = size++;
      while (place > 0 && opens[place - 1] > first) {
        opens[place] = opens[place - 1];
        closes[place] = closes[place - 1];
        place--;
      }
      opens[place] = first;
      closes[place] = end;
    }

    private void join() {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (kept > 0 && opens[i] <= closes[kept - 1]) {
          closes[kept - 1] = Math.max(closes[kept - 1], closes[i]);
        } else {
          opens[kept] = opens[i];
          closes[kept++] = closes[i];
        }
      }
      size = kept;
    }
  }
}
