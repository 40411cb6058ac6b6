package dev.baton.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** The day of a reader: the quiet night, and the times at which gathered news is read. */
@Component
public class QuietHours {

  private final NotificationSettings settings;

  QuietHours(NotificationSettings settings) {
    this.settings = settings;
  }

  /** That instant, or the end of the reader's night that it lies in. */
  public Instant afterTheNight(Instant at, ZoneId zone) {
    ZonedDateTime there = at.atZone(zone);
    LocalTime from = settings.quietFrom();
    LocalTime to = settings.quietTo();
    LocalTime time = there.toLocalTime();
    boolean overMidnight = from.isAfter(to);
    boolean quiet =
        overMidnight
            ? !time.isBefore(from) || time.isBefore(to)
            : !time.isBefore(from) && time.isBefore(to);
    if (!quiet) {
      return at;
    }
    ZonedDateTime morning = there.toLocalDate().atTime(to).atZone(zone);
    return (morning.isAfter(there)
            ? morning
            : there.toLocalDate().plusDays(1).atTime(to).atZone(zone))
        .toInstant();
  }

  /** The next time after that instant at which the reader gets what was gathered. */
  public Instant nextDigest(Instant at, ZoneId zone) {
    ZonedDateTime there = at.atZone(zone);
    for (LocalTime time : settings.digestAt()) {
      ZonedDateTime then = there.toLocalDate().atTime(time).atZone(zone);
      if (then.isAfter(there)) {
        return then.toInstant();
      }
    }
    return there
        .toLocalDate()
        .plusDays(1)
        .atTime(settings.digestAt().get(0))
        .atZone(zone)
        .toInstant();
  }
}
