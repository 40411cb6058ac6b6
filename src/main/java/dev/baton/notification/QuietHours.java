package dev.baton.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** A recipient's day: the quiet hours at night, and the time at which digests are sent. */
@Component
public class QuietHours {

  private final NotificationSettings settings;

  QuietHours(NotificationSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the instant itself, or the end of the recipient's quiet hours if it falls within them.
   */
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

  /** Returns the next time after the instant at which the recipient gets a digest. */
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
