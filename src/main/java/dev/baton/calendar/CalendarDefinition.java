package dev.baton.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that makes working time, as a value: weekly hours, whose public holidays are kept, own
 * closed days with their names, and special hours, which win over everything on their date (none at
 * all closes it). An interval over midnight belongs to the day on which it opens, so the night
 * before a holiday is worked to its end. {@link WorkingCalendar#of} checks it.
 */
public record CalendarDefinition(
    String name,
    ZoneId zone,
    Map<DayOfWeek, List<OpeningHours>> week,
    @Nullable HolidayRegion holidays,
    Map<LocalDate, String> closed,
    Map<LocalDate, List<OpeningHours>> special) {

  public CalendarDefinition {
    week = lists(week);
    closed = closed == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(closed));
    special = lists(special);
  }

  /** A zone by its name; throws {@link InvalidCalendar} for a name that nobody knows. */
  public static ZoneId zoneNamed(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new InvalidCalendar(
          "Zone '%s' is unknown; accepted: names of the time zone database such as Europe/Berlin, or UTC"
              .formatted(name));
    }
  }

  private static <K> Map<K, List<OpeningHours>> lists(@Nullable Map<K, List<OpeningHours>> given) {
    Map<K, List<OpeningHours>> copy = new TreeMap<>();
    if (given != null) {
      given.forEach((day, hours) -> copy.put(day, hours == null ? List.of() : List.copyOf(hours)));
    }
    return Collections.unmodifiableMap(copy);
  }
}
