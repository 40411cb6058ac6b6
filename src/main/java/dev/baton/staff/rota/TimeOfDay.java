package dev.baton.staff.rota;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day on the wall clock, in minutes; 24:00 is the end of the day. */
public record TimeOfDay(int minutes) {

  static final int DAY = 24 * 60;

  private static final Pattern WRITTEN = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");

  public TimeOfDay {
    if (minutes < 0 || minutes > DAY) {
      throw new IllegalArgumentException(
          "A time of day must be from 00:00 to 24:00, not " + minutes + " min.");
    }
  }

  /** Reads {@code 09:00} or {@code 24:00}; throws {@link IllegalArgumentException} for others. */
  public static TimeOfDay parse(String text) {
    Matcher time = WRITTEN.matcher(text == null ? "" : text);
    int minutes =
        time.matches()
            ? Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2))
            : DAY + 1;
    if (minutes > DAY) {
      throw new IllegalArgumentException(
          "'%s' is not a time of day; accepted: 00:00 to 24:00".formatted(text));
    }
    return new TimeOfDay(minutes);
  }

  @Override
  public String toString() {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }
}
