package dev.baton.flow.backtest.replay;

import dev.baton.staff.rota.TimeOfDay;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A weekly shift as people write it; an end that is not after the start lies on the next day. */
record ShiftLine(Set<DayOfWeek> days, TimeOfDay start, TimeOfDay end) {

  private static final Pattern WRITTEN = Pattern.compile("(\\S+)\\s+([\\d:]+)-([\\d:]+)");

  /**
   * Reads {@code mon-fri 06:00-14:00} or {@code sat,sun 20:00-06:00}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static ShiftLine parse(String line) {
    Matcher written = WRITTEN.matcher(line == null ? "" : line.strip());
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a shift; write it like mon-fri 06:00-14:00".formatted(line));
    }
    return new ShiftLine(
        days(written.group(1)),
        TimeOfDay.parse(written.group(2)),
        TimeOfDay.parse(written.group(3)));
  }

  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("-", 2);
      DayOfWeek last = day(ends[ends.length - 1]);
      for (DayOfWeek day = day(ends[0]); day != last; day = day.plus(1)) {
        days.add(day);
      }
      days.add(last);
    }
    return days;
  }

  private static DayOfWeek day(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(text)) {
        return day;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not a day; accepted: mon, tue, wed, thu, fri, sat, sun".formatted(text));
  }
}
