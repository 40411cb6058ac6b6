package dev.baton.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One interval of opening hours, in seconds of the wall clock; the closing time itself is excluded.
 * Written {@code 08:00-12:00}, {@code 22:00-06:00} or {@code 00:00-24:00}, with seconds if needed.
 * A closing time at or before the opening time is on the next day; the interval belongs to the day
 * on which it opens.
 */
public record OpeningHours(int fromSecond, int toSecond) {

  public static final int DAY = 86_400;
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*-\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*");

  public OpeningHours {
    if (fromSecond < 0 || fromSecond >= DAY || toSecond < 0 || toSecond > DAY) {
      throw new InvalidCalendar(
          "Hours from second %d to second %d are not within a day; accepted: from 0 to 86399, to 0 to 86400"
              .formatted(fromSecond, toSecond));
    }
  }

  /** Parses the written form; throws {@link InvalidCalendar} with the value that was found. */
  public static OpeningHours parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw unreadable(text);
    }
    int from = second(form, 1, text);
    int to = second(form, 4, text);
    if (from == DAY) {
      throw unreadable(text);
    }
    return new OpeningHours(from, to);
  }

  /** The closing time, in seconds after the midnight before the opening: up to two days. */
  public int closing() {
    return toSecond <= fromSecond ? toSecond + DAY : toSecond;
  }

  /** How long it is open, in seconds. */
  public int length() {
    return closing() - fromSecond;
  }

  @Override
  public String toString() {
    return clock(fromSecond) + "-" + clock(toSecond);
  }

  private static int second(Matcher form, int group, String text) {
    int hour = Integer.parseInt(form.group(group));
    int minute = Integer.parseInt(form.group(group + 1));
    int second = form.group(group + 2) == null ? 0 : Integer.parseInt(form.group(group + 2));
    int seconds = hour * 3600 + minute * 60 + second;
    if (minute > 59 || second > 59 || seconds > DAY) {
      throw unreadable(text);
    }
    return seconds;
  }

  private static InvalidCalendar unreadable(String text) {
    return new InvalidCalendar(
        "Hours '%s' cannot be read; accepted: 08:00-12:00, 22:00-06:00 over midnight, 00:00-24:00"
            .formatted(text));
  }

  /** A second of the day, such as {@code 08:00} or {@code 08:00:30}. */
  public static String clock(int second) {
    String minutes = "%02d:%02d".formatted(second / 3600, second / 60 % 60);
    return second % 60 == 0 ? minutes : minutes + ":%02d".formatted(second % 60);
  }
}
