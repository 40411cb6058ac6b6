package dev.baton.staff.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Describes a person's duty status in words, in their time zone. */
final class DutyDescription {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

  private DutyDescription() {}

  /**
   * Such as "on shift until 18:00"; fits after "is".
   *
   * @param until when it changes, or null
   */
  static String because(DutyStatus standing, Instant at, Instant until, ZoneId zone) {
    return switch (standing.reason()) {
      case ON_SHIFT -> "on shift" + until(at, until, zone);
      case EXTRA_SHIFT -> "on an extra shift" + until(at, until, zone);
      case NO_ROTA -> "on duty" + until(at, until, zone) + ", no rota is kept";
      case OFF_SHIFT ->
          "off shift, "
              + (until == null ? "no other shift is planned" : "next " + when(at, until, zone));
      case ABSENT ->
          standing.absence().kind().words()
              + (until == null
                  ? ", return date unknown"
                  : " until " + dayOrMoment(at, until, zone));
      case INACTIVE -> "inactive";
    };
  }

  private static String until(Instant at, Instant until, ZoneId zone) {
    return until == null ? "" : " until " + moment(at, until, zone);
  }

  private static String when(Instant at, Instant when, ZoneId zone) {
    String moment = moment(at, when, zone);
    return (moment.length() == "24:00".length() ? "at " : "on ") + moment;
  }

  private static String dayOrMoment(Instant at, Instant when, ZoneId zone) {
    ZonedDateTime then = when.atZone(zone);
    return then.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? day(at.atZone(zone).toLocalDate(), then.toLocalDate())
        : moment(at, when, zone);
  }

  /** Only the time if it is today; the end of today is 24:00. */
  static String moment(Instant at, Instant when, ZoneId zone) {
    LocalDate today = at.atZone(zone).toLocalDate();
    ZonedDateTime then = when.atZone(zone);
    if (then.toLocalDate().equals(today)) {
      return TIME.format(then);
    }
    if (then.toLocalTime().equals(LocalTime.MIDNIGHT)
        && then.toLocalDate().equals(today.plusDays(1))) {
      return "24:00";
    }
    return day(today, then.toLocalDate()) + " " + TIME.format(then);
  }

  private static String day(LocalDate today, LocalDate day) {
    return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
  }

  /** As a sentence. */
  static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1) + ".";
  }
}
