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
 * Everything that defines working time: weekly hours, the region whose public holidays apply,
 * further closed days with their names, and special hours, which override everything else on their
 * date (an empty list closes it). An interval past midnight belongs to the day on which it opens,
 * so the night shift before a holiday is worked to its end. {@link WorkingCalendar#of} checks it.
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
    closed = names(closed);
    special = lists(special);
  }

  /** The time zone of this name; throws {@link InvalidCalendar} if there is none. */
  public static ZoneId zoneNamed(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new InvalidCalendar(
          "Zone '%s' is unknown; accepted: names of the time zone database such as Europe/Berlin, or UTC"
              .formatted(name));
    }
  }

  private static Map<LocalDate, String> names(@Nullable Map<LocalDate, String> given) {
    Map<LocalDate, String> copy = new TreeMap<>();
    if (given != null) {
      given.forEach((day, name) -> copy.put(day, name == null ? "" : name));
    }
    return Collections.unmodifiableMap(copy);
  }

  private static <K> Map<K, List<OpeningHours>> lists(@Nullable Map<K, List<OpeningHours>> given) {
    Map<K, List<OpeningHours>> copy = new TreeMap<>();
    if (given != null) {
      given.forEach((day, hours) -> copy.put(day, hours == null ? List.of() : List.copyOf(hours)));
    }
    return Collections.unmodifiableMap(copy);
  }
}
