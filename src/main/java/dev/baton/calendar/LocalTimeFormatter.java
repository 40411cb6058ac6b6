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
public final class LocalTimeFormatter {

  private final ZoneId zone;
  private final DayFormat format;

  /** How the days are written. */
  private interface DayFormat {

    String day(LocalDate date);

    String dayAndMonth(LocalDate date);

    /** A day and a time of it. */
    String at(LocalDate date, String time);

    /** The same, where the time zone follows. */
    String beforeZone(LocalDate date, String time);
  }

  /** For programs and logs: the days are ISO 8601, with an English weekday. */
  public LocalTimeFormatter(ZoneId zone) {
    this(zone, new IsoDays());
  }

  private LocalTimeFormatter(ZoneId zone, DayFormat format) {
    this.zone = zone;
    this.format = format;
  }

  /**
   * For people, in English or German.
   *
   * @param now days of its year are written without the year
   */
  public static LocalTimeFormatter of(ZoneId zone, Locale locale, Instant now) {
    return new LocalTimeFormatter(zone, new WrittenDays(locale, now.atZone(zone).getYear()));
  }

  public ZoneId zone() {
    return zone;
  }

  /** Such as {@code Mon 2026-11-23 09:00}; for people, {@code Mon 23 Nov, 09:00}. */
  public String at(Instant instant) {
    return format.at(date(instant), time(instant));
  }

  /** Such as {@code 2026-11-23 11:45 (Europe/Berlin)}. */
  public String withZone(Instant instant) {
    return "%s (%s)".formatted(format.beforeZone(date(instant), time(instant)), zone);
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

  /** Such as {@code Mon 2026-11-23}; for people, {@code Mon 23 Nov}. */
  public String day(LocalDate date) {
    return format.day(date);
  }

  /** Such as {@code Mon 23 Nov}, whatever the year. */
  public String dayAndMonth(LocalDate date) {
    return format.dayAndMonth(date);
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

  private static final class IsoDays implements DayFormat {

    private static final DateTimeFormatter DAY =
        DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);

    @Override
    public String day(LocalDate date) {
      return DAY.format(date);
    }

    @Override
    public String dayAndMonth(LocalDate date) {
      return day(date);
    }

    @Override
    public String at(LocalDate date, String time) {
      return day(date) + " " + time;
    }

    @Override
    public String beforeZone(LocalDate date, String time) {
      return date + " " + time;
    }
  }

  private static final class WrittenDays implements DayFormat {

    private final DateTimeFormatter day;
    private final DateTimeFormatter dayWithYear;
    private final int thisYear;

    WrittenDays(Locale locale, int thisYear) {
      String pattern = locale.getLanguage().equals("de") ? "EEE d. MMM" : "EEE d MMM";
      this.day = DateTimeFormatter.ofPattern(pattern, locale);
      this.dayWithYear = DateTimeFormatter.ofPattern(pattern + " uuuu", locale);
      this.thisYear = thisYear;
    }

    @Override
    public String day(LocalDate date) {
      return (date.getYear() == thisYear ? day : dayWithYear).format(date);
    }

    @Override
    public String dayAndMonth(LocalDate date) {
      return day.format(date);
    }

    @Override
    public String at(LocalDate date, String time) {
      return day(date) + ", " + time;
    }

    @Override
    public String beforeZone(LocalDate date, String time) {
      return at(date, time);
    }
  }
}
