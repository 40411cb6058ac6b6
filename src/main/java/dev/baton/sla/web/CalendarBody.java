package dev.baton.sla.web;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The definition of a calendar at the API. */
@Schema(name = "Calendar", description = "Everything that makes working time")
record CalendarBody(
    @Schema(example = "berlin-office") String name,
    @Schema(description = "Name of the time zone", example = "Europe/Berlin") String zone,
    @Schema(
            description = "Hours by day of the week, monday to sunday or mon to sun",
            example = "{\"monday\": [\"08:00-12:00\", \"13:00-17:00\"]}")
        Map<String, List<String>> week,
    @Schema(
            description = "Whose public holidays are kept: a country and the way to a region",
            example = "DE-BY")
        String holidays,
    @Schema(
            description = "Own closed days by date, with their names",
            example = "{\"2026-12-24\": \"Christmas Eve\"}")
        Map<LocalDate, String> closed,
    @Schema(
            description = "Hours that win over everything on their date; none closes it",
            example = "{\"2026-12-31\": [\"08:00-12:00\"]}")
        Map<LocalDate, List<String>> special) {

  static CalendarBody of(CalendarDefinition calendar) {
    Map<String, List<String>> week = new LinkedHashMap<>();
    for (DayOfWeek day : calendar.week().keySet()) {
      week.put(day.name().toLowerCase(Locale.ROOT), words(calendar.week().get(day)));
    }
    Map<LocalDate, List<String>> special = new LinkedHashMap<>();
    calendar.special().forEach((date, hours) -> special.put(date, words(hours)));
    return new CalendarBody(
        calendar.name(),
        calendar.zone().getId(),
        week,
        calendar.holidays() == null ? null : calendar.holidays().toString(),
        calendar.closed(),
        special);
  }

  private static List<String> words(List<OpeningHours> hours) {
    return hours.stream().map(OpeningHours::toString).toList();
  }
}
