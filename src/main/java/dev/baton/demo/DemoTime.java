package dev.baton.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** A moment of the past, seen from the start of the demonstration. */
interface DemoTime {

  Instant seenFrom(Instant now);

  static DemoTime minutesAgo(long minutes) {
    return now -> now.minus(Duration.ofMinutes(minutes));
  }

  /** The time of day, such as {@code 09:40}, so many calendar days ago at that place. */
  static DemoTime daysAgo(int days, String time, ZoneId place) {
    return now -> now.atZone(place).minusDays(days).with(LocalTime.parse(time)).toInstant();
  }
}
