package dev.baton.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calendars for tests, from words: {@code calendar("Europe/Berlin").on("MON-FRI", "09:00-17:00")}.
 */
final class Calendars {

  private final ZoneId zone;
  private final Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
  private HolidayRegion holidays;
  private final Map<LocalDate, String> closed = new TreeMap<>();
  private final Map<LocalDate, List<OpeningHours>> special = new TreeMap<>();

  private Calendars(String zone) {
    this.zone = ZoneId.of(zone);
  }

  static Calendars calendar(String zone) {
    return new Calendars(zone);
  }

  static Calendars office(String zone) {
    return calendar(zone).on("MON-FRI", "09:00-17:00");
  }

  static List<OpeningHours> hours(String... hours) {
    return Arrays.stream(hours).map(OpeningHours::parse).toList();
  }

  Calendars on(String days, String... hours) {
    String[] ends = days.split("-");
    int first = day(ends[0]).getValue();
    int last = day(ends[ends.length - 1]).getValue();
    for (int day = first; day <= last; day++) {
      week.put(DayOfWeek.of(day), hours(hours));
    }
    return this;
  }

  Calendars resting(String country, String... regions) {
    holidays = new HolidayRegion(country, List.of(regions));
    return this;
  }

  Calendars closed(String date, String name) {
    closed.put(LocalDate.parse(date), name);
    return this;
  }

  Calendars special(String date, String... hours) {
    special.put(LocalDate.parse(date), hours(hours));
    return this;
  }

  CalendarDefinition definition() {
    return new CalendarDefinition("test", zone, week, holidays, closed, special);
  }

  WorkingCalendar open() {
    return WorkingCalendar.of(definition());
  }

  private static DayOfWeek day(String letters) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(letters))
        .findFirst()
        .orElseThrow();
  }
}
