package dev.baton.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Formats instants as local time in one time zone. During the hour that occurs twice when the
 * clocks go back, the offset is added to the time.
 */
public record LocalTimeFormatter(ZoneId zone) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);

  /** Such as {@code Mon 2026-11-23 09:00}. */
  public String at(Instant instant) {
    return day(date(instant)) + " " + time(instant);
  }

  /** Such as {@code 2026-11-23 11:45 (Europe/Berlin)}. */
  public String withZone(Instant instant) {
    return "%s %s (%s)".formatted(date(instant), time(instant), zone);
  }

  /** Such as {@code Mon 2026-11-23 08:00–12:00}; the end of a day is 24:00. */
  public String span(Instant from, Instant to) {
    LocalDate first = date(from);
    if (first.equals(date(to))) {
      return at(from) + "–" + time(to);
    }
    boolean toMidnight = local(to).equals(first.plusDays(1).atStartOfDay());
    return toMidnight ? at(from) + "–24:00" : at(from) + " – " + at(to);
  }

  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  public LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }

  private String time(Instant instant) {
    ZonedDateTime wall = instant.atZone(zone);
    String time =
        wall.getSecond() == 0
            ? "%02d:%02d".formatted(wall.getHour(), wall.getMinute())
            : "%02d:%02d:%02d".formatted(wall.getHour(), wall.getMinute(), wall.getSecond());
    boolean comesTwice = zone.getRules().getValidOffsets(wall.toLocalDateTime()).size() > 1;
    return comesTwice ? time + " (UTC" + wall.getOffset() + ")" : time;
  }
}
