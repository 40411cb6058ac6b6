package dev.baton.flow.trial;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Figures of how long something took, in seconds, and their words. */
final class Durations {

  private Durations() {}

  /**
   * The value that so much of the sorted list does not exceed.
   *
   * @param percent from 1 to 100
   * @return null for an empty list
   */
  static Long percentile(List<Long> sorted, int percent) {
    return sorted.isEmpty()
        ? null
        : sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
  }

  /** Such as {@code 3 d 4 h}, {@code 2 h 5 min}, {@code 40 s}. */
  static String words(Long seconds) {
    if (seconds == null) {
      return "–";
    }
    Duration time = Duration.ofSeconds(seconds);
    if (time.toDays() > 0) {
      return words(time.toDays(), "d", time.toHoursPart(), "h");
    }
    if (time.toHours() > 0) {
      return words(time.toHours(), "h", time.toMinutesPart(), "min");
    }
    return time.toMinutes() > 0
        ? words(time.toMinutes(), "min", time.toSecondsPart(), "s")
        : seconds + " s";
  }

  private static String words(long whole, String unit, int rest, String smaller) {
    return rest == 0
        ? String.format(Locale.ROOT, "%d %s", whole, unit)
        : String.format(Locale.ROOT, "%d %s %d %s", whole, unit, rest, smaller);
  }
}
