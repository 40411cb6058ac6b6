package dev.baton.desk.web;

import dev.baton.access.Caller;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A person who looks at a page.
 *
 * @param locale English or German
 * @param zone their time zone
 */
public record Visitor(Caller caller, Locale locale, ZoneId zone) {

  /** Whether they only see what their client may see. */
  public boolean isOfClient() {
    return caller.isRequester();
  }

  /** Such as {@code Mon, 23 Nov 2026, 10:15}; null for null. */
  public String at(Instant instant) {
    String pattern =
        locale.getLanguage().equals("de") ? "EEE d. MMM uuuu, HH:mm" : "EEE d MMM uuuu, HH:mm";
    return instant == null
        ? null
        : DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(instant);
  }

  /** Omits the current year. */
  public String at(Instant instant, Instant now) {
    String full = at(instant);
    int year = now.atZone(zone).getYear();
    return full == null || instant.atZone(zone).getYear() != year
        ? full
        : full.replace(" " + year + ",", ",");
  }

  /** Such as {@code Mon, 23 Nov, 10:15–10:40}; the day stands once if it is the same. */
  public String between(Instant from, Instant to, Instant now) {
    String begin = at(from, now);
    String end = at(to, now);
    if (begin.equals(end)) {
      return begin;
    }
    boolean isSameDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
    return isSameDay ? begin + "–" + end.substring(end.lastIndexOf(' ') + 1) : begin + " – " + end;
  }

  /** In the format of a date and time field: {@code 2026-11-23T10:15}. */
  public String field(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** The instant that a date and time field contains. */
  public Instant instant(String field) {
    return LocalDateTime.parse(field).atZone(zone).toInstant();
  }
}
