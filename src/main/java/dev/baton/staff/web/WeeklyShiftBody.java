package dev.baton.staff.web;

import dev.baton.staff.rota.TimeOfDay;
import dev.baton.staff.rota.WeeklyShift;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TimeZoneName;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A shift that comes back every week, or every so many weeks. */
@Schema(name = "WeeklyShift", description = "A shift that comes back every week, or every so many")
record WeeklyShiftBody(
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) Long id,
    @Schema(description = "Code of the team it counts for; left out: for all", example = "network")
        String team,
    @Schema(
            description = "On which it begins",
            example = "[\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\"]")
        @NotEmpty(message = "must name one day or more")
        List<String> days,
    @Schema(example = "22:00")
        @NotNull(message = "is required")
        @Pattern(
            regexp = "([01]\\d|2[0-3]):[0-5]\\d",
            message = "must be a time of day from 00:00 to 23:59")
        String start,
    @Schema(description = "Not after the start: on the next day", example = "06:00")
        @NotNull(message = "is required")
        @Pattern(
            regexp = "(([01]\\d|2[0-3]):[0-5]\\d|24:00)",
            message = "must be a time of day from 00:00 to 24:00")
        String end,
    @Schema(
            description = "Whose wall clock is meant; left out: the agent's",
            example = "Europe/Berlin")
        @TimeZoneName
        String zone,
    @Schema(
            description = "First day on which it may begin",
            example = "2026-05-04",
            format = "date")
        @NotNull(message = "is required")
        String validFrom,
    @Schema(description = "Last such day; left out: open", example = "2026-12-31", format = "date")
        String validTo,
    @Schema(
            description = "1 to 8, counted from the week of validFrom",
            example = "1",
            defaultValue = "1")
        Integer everyWeeks) {

  static WeeklyShiftBody of(WeeklyShift shift) {
    return new WeeklyShiftBody(
        shift.id(),
        shift.team(),
        shift.days().stream().sorted().map(WeeklyShiftBody::word).toList(),
        shift.start().toString(),
        shift.end().toString(),
        shift.zone().getId(),
        shift.validFrom().toString(),
        shift.validTo() == null ? null : shift.validTo().toString(),
        shift.everyWeeks());
  }

  /**
   * @param itsId 0 for a new one
   */
  WeeklyShift shift(String login, long itsId) {
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    Set<DayOfWeek> named = EnumSet.noneOf(DayOfWeek.class);
    for (String day : days) {
      Arrays.stream(DayOfWeek.values())
          .filter(each -> day != null && word(each).equals(day.strip().toLowerCase(Locale.ROOT)))
          .findFirst()
          .ifPresentOrElse(
              named::add,
              () ->
                  complaints.about(
                      "days",
                      "must be one of "
                          + Arrays.stream(DayOfWeek.values())
                              .map(WeeklyShiftBody::word)
                              .collect(Collectors.joining(", "))));
    }
    LocalDate first = date("validFrom", validFrom, complaints);
    LocalDate last = date("validTo", validTo, complaints);
    complaints.raise();
    return new WeeklyShift(
        itsId,
        login,
        team,
        named,
        TimeOfDay.parse(start),
        TimeOfDay.parse(end),
        zone == null ? null : ZoneId.of(zone),
        first,
        last,
        everyWeeks == null ? 1 : everyWeeks);
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static LocalDate date(String field, String text, InvalidInput.Complaints complaints) {
    if (text == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text.strip());
      if (date.getYear() >= 1970 && date.getYear() < 2100) {
        return date;
      }
    } catch (DateTimeException unreadable) {
      // said below
    }
    complaints.about(field, "must be a date such as 2026-12-24, in the years 1970 to 2099");
    return null;
  }
}
