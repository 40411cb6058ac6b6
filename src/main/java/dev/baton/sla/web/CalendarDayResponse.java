package dev.baton.sla.web;

import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.OpeningHours;
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
record CalendarDayResponse(
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
        CalendarSpan.SpanKind closed,
    @Schema(description = "Name of the holiday or the closed day", example = "Corpus Christi")
        String name) {

  static List<CalendarDayResponse> of(WorkingCalendar calendar, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).map(date -> of(calendar, date)).toList();
  }

  private static CalendarDayResponse of(WorkingCalendar calendar, LocalDate date) {
    ZoneId zone = calendar.zone();
    Instant begin = date.atStartOfDay(zone).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    List<CalendarSpan> spans = calendar.spans(begin, end);
    List<CalendarSpan> open =
        spans.stream().filter(span -> span.kind() == CalendarSpan.SpanKind.OPEN).toList();
    CalendarSpan closed =
        spans.stream()
            .filter(
                span ->
                    span.kind() == CalendarSpan.SpanKind.HOLIDAY
                        || span.kind() == CalendarSpan.SpanKind.CLOSED_DAY)
            .findFirst()
            .orElse(null);
    return new CalendarDayResponse(
        date,
        date.getDayOfWeek().name().toLowerCase(Locale.ROOT),
        open.stream().map(span -> hours(span, end, zone)).toList(),
        open.stream().mapToLong(span -> Duration.between(span.from(), span.to()).toMinutes()).sum(),
        closed == null ? null : closed.kind(),
        closed == null ? null : closed.name());
  }

  private static String hours(CalendarSpan span, Instant endOfDay, ZoneId zone) {
    int from = LocalTime.ofInstant(span.from(), zone).toSecondOfDay();
    int to =
        span.to().equals(endOfDay)
            ? (int) Duration.ofDays(1).toSeconds()
            : LocalTime.ofInstant(span.to(), zone).toSecondOfDay();
    return new OpeningHours(from, to).toString();
  }
}
