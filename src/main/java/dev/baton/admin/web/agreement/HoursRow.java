package dev.baton.admin.web.agreement;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A day of the week, or a date, with room for this many intervals.
 *
 * @param label null for a date
 */
public record HoursRow(String field, String label, List<Integer> intervals) {

  private static final int INTERVALS = 2;

  static List<HoursRow> week(FormValues form, Locale locale) {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new HoursRow(
                    day.name(),
                    day.getDisplayName(TextStyle.FULL, locale),
                    intervals(form, day.name())))
        .toList();
  }

  static List<HoursRow> special(FormValues form) {
    return rows(form, "special").stream()
        .map(row -> "special." + row)
        .map(field -> new HoursRow(field, null, intervals(form, field)))
        .toList();
  }

  private static List<Integer> intervals(FormValues form, String day) {
    return IntStream.range(
            0, Math.max(INTERVALS, form.next(day) + (form.next(day) < INTERVALS ? 0 : 1)))
        .boxed()
        .toList();
  }

  /** Those that are filled in, and room for two more. */
  static List<Integer> rows(FormValues form, String beginning) {
    return IntStream.range(0, form.next(beginning) + 2).boxed().toList();
  }
}
