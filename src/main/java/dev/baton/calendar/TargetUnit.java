package dev.baton.calendar;

import java.time.Duration;

/** The unit of a target: working time of a calendar, or calendar time (a day is 24 hours). */
public enum TargetUnit {
  WORKING_MINUTES("working minute", Duration.ofMinutes(1)),
  WORKING_HOURS("working hour", Duration.ofHours(1)),
  WORKING_DAYS("working day", null),
  MINUTES("minute", Duration.ofMinutes(1)),
  HOURS("hour", Duration.ofHours(1)),
  DAYS("day", Duration.ofDays(1)),
  END_OF_WORKING_DAY("end of working day", null);

  private final String words;
  private final Duration length;

  TargetUnit(String words, Duration length) {
    this.words = words;
    this.length = length;
  }

  /** The unit in words, in the singular. */
  String words() {
    return words;
  }

  /** Whether it counts whole working days, which have no fixed length. */
  boolean wholeDays() {
    return length == null;
  }

  long seconds() {
    return length.toSeconds();
  }
}
