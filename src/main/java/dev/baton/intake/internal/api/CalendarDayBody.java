package dev.baton.intake.internal.api;

import dev.baton.calendar.Hours;
import dev.baton.calendar.Span;
import dev.baton.calendar.WorkingCalendar;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A day of a calendar: when it is open, and why it is closed. */
@Schema(name = "CalendarDay", description = "When a day is open, and why it is closed")
record CalendarDayBody(
    LocalDate date,
    @Schema(example = "monday") String weekday,
    @Schema(
            description = "On the wall clock of the calendar's zone",
            example = "[\"08:00-12:00\", \"13:00-17:00\"]")
        List<String> open,
    @Schema(description = "Real time, also on a day of 23 or 25 hours", example = "480")
        long workingMinutes,
    @Schema(
            description = "HOLIDAY or CLOSED_DAY; null on other days",
            allowableValues = {"HOLIDAY", "CLOSED_DAY"})
        Span.Kind closed,
    @Schema(description = "Name of the holiday or the closed day", example = "Corpus Christi")
        String name) {

  static List<CalendarDayBody> of(WorkingCalendar calendar, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).map(date -> of(calendar, date)).toList();
  }

  private static CalendarDayBody of(WorkingCalendar calendar, LocalDate date) {
    ZoneId zone = calendar.zone();
    Instant begin = date.atStartOfDay(zone).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    List<Span> spans = calendar.spans(begin, end);
    List<Span> open = spans.stream().filter(span -> span.kind() == Span.Kind.OPEN).toList();
    Span closed =
        spans.stream()
            .filter(span -> span.kind() == Span.Kind.HOLIDAY || span.kind() == Span.Kind.CLOSED_DAY)
            .findFirst()
            .orElse(null);
    return new CalendarDayBody(
        date,
        date.getDayOfWeek().name().toLowerCase(Locale.ROOT),
        open.stream().map(span -> hours(span, end, zone)).toList(),
        open.stream().mapToLong(span -> Duration.between(span.from(), span.to()).toMinutes()).sum(),
        closed == null ? null : closed.kind(),
        closed == null ? null : closed.name());
  }

  private static String hours(Span span, Instant endOfDay, ZoneId zone) {
    int from = LocalTime.ofInstant(span.from(), zone).toSecondOfDay();
    int to =
        span.to().equals(endOfDay)
            ? (int) Duration.ofDays(1).toSeconds()
            : LocalTime.ofInstant(span.to(), zone).toSecondOfDay();
    return new Hours(from, to).toString();
  }
}
