package dev.baton.admin.web.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.CalendarSpan.SpanKind;
import dev.baton.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The next months of a calendar: which days are open, and why others are not. */
final class CalendarMonths {

  private final WorkingCalendar calendar;
  private final Locale locale;

  CalendarMonths(CalendarDefinition definition, Locale locale) {
    this.calendar = WorkingCalendar.of(definition);
    this.locale = locale;
  }

  /**
   * A day.
   *
   * @param state open, closed, holiday or closed-day
   * @param hours such as {@code 08:00–12:00, 13:00–17:00}; empty if it is closed
   * @param name of the holiday or the closed day; null for none
   */
  record Day(LocalDate date, String state, String hours, String name) {}

  /**
   * A month.
   *
   * @param blanks how many cells are empty before its first day, a week beginning on Monday
   * @param named the days that have a name
   */
  record Month(String title, List<Integer> blanks, List<Day> days, List<Day> named) {}

  List<Month> months(LocalDate today, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> month(YearMonth.from(today).plusMonths(i)))
        .toList();
  }

  List<Day> days(LocalDate from, LocalDate end) {
    return from.datesUntil(end).map(this::day).toList();
  }

  private Month month(YearMonth month) {
    List<Day> days = days(month.atDay(1), month.plusMonths(1).atDay(1));
    int blanks = month.atDay(1).getDayOfWeek().getValue() - 1;
    return new Month(
        month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale) + " " + month.getYear(),
        IntStream.range(0, blanks).boxed().toList(),
        days,
        days.stream().filter(day -> day.name() != null).toList());
  }

  private Day day(LocalDate date) {
    ZoneId zone = calendar.zone();
    Instant begin = date.atStartOfDay(zone).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    List<CalendarSpan> spans = calendar.spans(begin, end);
    List<String> open = new ArrayList<>();
    CalendarSpan closed = null;
    for (CalendarSpan span : spans) {
      if (span.kind() == SpanKind.OPEN) {
        open.add(
            time(span.from(), zone)
                + "–"
                + (span.to().equals(end) ? "24:00" : time(span.to(), zone)));
      } else if (span.kind() != SpanKind.OUTSIDE_HOURS && closed == null) {
        closed = span;
      }
    }
    String name = closed == null ? null : name(closed);
    return new Day(
        date, state(open, closed), open.stream().collect(Collectors.joining(", ")), name);
  }

  private static String state(List<String> open, CalendarSpan closed) {
    if (closed != null) {
      return closed.kind() == SpanKind.HOLIDAY ? "holiday" : "closed-day";
    }
    return open.isEmpty() ? "closed" : "open";
  }

  private String name(CalendarSpan closed) {
    return closed.kind() == SpanKind.HOLIDAY ? calendar.holiday(closed, locale) : closed.name();
  }

  private static String time(Instant at, ZoneId zone) {
    return LocalTime.ofInstant(at, zone).withSecond(0).toString();
  }
}
