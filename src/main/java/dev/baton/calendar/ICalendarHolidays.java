package dev.baton.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceDates;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;

/**
 * Reads closed days from an iCalendar file: all-day events with their summaries, every day of those
 * that last several days, and recurrences from 1990 to 2060. Cancelled events are left out.
 * Anything else is refused, with the line.
 */
public final class ICalendarHolidays {

  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2060, 12, 31);
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private static final int LONGEST_EVENT = 366;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_NAMES = 10;

  private final Map<LocalDate, Set<String>> days = new TreeMap<>();
  private int steps;

  private ICalendarHolidays() {}

  /** The closed days, by date; throws {@link InvalidCalendar} for anything else. */
  public static Map<LocalDate, String> read(InputStream ics) {
    try {
      String text = new String(ics.readAllBytes(), StandardCharsets.UTF_8);
      ICalendarValidator.check(text);
      return new ICalendarHolidays().read(text);
    } catch (InvalidCalendar refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      throw new InvalidCalendar("The iCalendar file cannot be read: " + e.getMessage());
    }
  }

  private Map<LocalDate, String> read(String text) throws IOException {
    List<Integer> lines = linesOfEvents(text);
    int event = 0;
    try (ICalReader reader = new ICalReader(text)) {
      ICalendar calendar = reader.readNext();
      if (calendar == null) {
        throw new InvalidCalendar(
            "Line 1: no iCalendar file; accepted: BEGIN:VCALENDAR and events");
      }
      for (; calendar != null; calendar = reader.readNext()) {
        refuse(reader.getWarnings());
        for (VEvent one : calendar.getEvents()) {
          add(one, event < lines.size() ? lines.get(event) : 1);
          event++;
        }
      }
    }
    Map<LocalDate, String> named = new TreeMap<>();
    days.forEach((day, names) -> named.put(day, String.join(", ", names)));
    return named;
  }

  private static void refuse(List<ParseWarning> warnings) {
    for (ParseWarning warning : warnings) {
      throw new InvalidCalendar(
          "Line %s: %s%s"
              .formatted(
                  warning.getLineNumber(),
                  warning.getPropertyName() == null ? "" : warning.getPropertyName() + ": ",
                  warning.getMessage()));
    }
  }

  private void add(VEvent event, int line) {
    if (event.getStatus() != null && event.getStatus().isCancelled()) {
      return;
    }
    if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
      throw at(line, "the event has no DTSTART");
    }
    LocalDate first = date(event.getDateStart().getValue(), line);
    long length = length(event, first, line);
    if (length > LONGEST_EVENT) {
      throw at(line, "the event lasts %d days; accepted: 366 at most".formatted(length));
    }
    String name = event.getSummary() == null ? null : event.getSummary().getValue();
    name = name == null || name.isBlank() ? "Closed" : name.trim();
    name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    for (LocalDate start : starts(event, first, line)) {
      for (LocalDate day = start; day.isBefore(start.plusDays(length)); day = day.plusDays(1)) {
        step(line);
        Set<String> names = days.computeIfAbsent(day, none -> new LinkedHashSet<>());
        if (names.size() < MOST_NAMES) {
          names.add(name);
        }
      }
    }
  }

  private void step(int line) {
    if (++steps > 5 * ICalendarValidator.MOST) {
      throw at(line, "the file has too many days; send it in parts");
    }
  }

  private static long length(VEvent event, LocalDate first, int line) {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      LocalDate end = date(event.getDateEnd().getValue(), line);
      if (end.isBefore(first)) {
        throw at(line, "the event ends on %s, before it starts on %s".formatted(end, first));
      }
      return Math.max(1, end.toEpochDay() - first.toEpochDay());
    }
    Duration lasts = event.getDuration() == null ? null : event.getDuration().getValue();
    return lasts == null ? 1 : Math.max(1, lasts.toMillis() / 86_400_000);
  }

  private static Set<LocalDate> starts(VEvent event, LocalDate first, int line) {
    Set<LocalDate> starts = new LinkedHashSet<>();
    if (event.getRecurrenceRule() == null) {
      starts.add(first);
    } else {
      starts.addAll(recurrences(event.getRecurrenceRule().getValue(), first, line));
    }
    for (RecurrenceDates more : event.getRecurrenceDates()) {
      more.getDates().forEach(date -> starts.add(date(date, line)));
    }
    for (ExceptionDates fewer : event.getExceptionDates()) {
      fewer.getValues().forEach(date -> starts.remove(date(date, line)));
    }
    return starts;
  }

  /** Computed as midnights in UTC, so that the default time zone does not matter. */
  private static Set<LocalDate> recurrences(Recurrence rule, LocalDate first, int line) {
    ICalDate until = rule.getUntil();
    Recurrence inUtc =
        until == null
            ? rule
            : new Recurrence.Builder(rule).until(utc(civil(until, line)), true).build();
    DateIterator dates = inUtc.getDateIterator(new ICalDate(utc(first), true), UTC);
    if (first.isBefore(FIRST)) {
      dates.advanceTo(utc(FIRST));
    }
    Set<LocalDate> found = new LinkedHashSet<>();
    while (dates.hasNext()) {
      if (found.size() == ICalendarValidator.MOST) {
        throw at(line, "more than %,d recurrences".formatted(ICalendarValidator.MOST));
      }
      LocalDate date = LocalDate.ofInstant(dates.next().toInstant(), ZoneOffset.UTC);
      if (date.isAfter(LAST)) {
        break;
      }
      found.add(date);
    }
    return found;
  }

  private static LocalDate date(ICalDate date, int line) {
    if (date.hasTime()) {
      throw at(
          line,
          "the event has a time of day (%s); accepted: all-day events, such as DTSTART;VALUE=DATE:20261224"
              .formatted(date.getRawComponents()));
    }
    return civil(date, line);
  }

  /** The date as written, regardless of the default time zone. */
  private static LocalDate civil(ICalDate date, int line) {
    DateTimeComponents written = date.getRawComponents();
    try {
      return LocalDate.of(written.getYear(), written.getMonth(), written.getDate());
    } catch (DateTimeException e) {
      throw at(line, "the date %s does not exist".formatted(written));
    }
  }

  private static Date utc(LocalDate date) {
    return Date.from(Instant.ofEpochSecond(date.toEpochDay() * 86_400));
  }

  private static List<Integer> linesOfEvents(String text) {
    List<Integer> lines = new ArrayList<>();
    String[] all = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < all.length; i++) {
      if (all[i].trim().equalsIgnoreCase("BEGIN:VEVENT")) {
        lines.add(i + 1);
      }
    }
    return lines;
  }

  private static InvalidCalendar at(int line, String what) {
    return new InvalidCalendar("Line %d: %s".formatted(line, what));
  }
}
