package dev.baton.flow.backtest.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lines and axes of the chart of open incidents per day, in the units of an SVG picture.
 *
 * @param log points of the log's line, as an SVG polyline takes them
 * @param baton points of Baton's line
 */
record OpenIncidentsChart(String log, String baton, List<Tick> days, List<Tick> counts) {

  static final int WIDTH = 960;
  static final int HEIGHT = 300;
  static final int LEFT = 52;
  static final int TOP = 12;
  static final int RIGHT = WIDTH - 12;
  static final int BOTTOM = HEIGHT - 28;

  private static final int DAY_TICKS = 8;
  private static final int COUNT_TICKS = 4;

  /** A label and where it stands on its axis. */
  record Tick(double at, String label) {}

  static OpenIncidentsChart of(List<OpenIncidentsPerDay> days) {
    int most =
        roundedUp(days.stream().mapToInt(day -> Math.max(day.log(), day.baton())).max().orElse(0));
    return new OpenIncidentsChart(
        line(days, OpenIncidentsPerDay::log, most),
        line(days, OpenIncidentsPerDay::baton, most),
        dayTicks(days),
        IntStream.rangeClosed(0, COUNT_TICKS)
            .map(tick -> most * tick / COUNT_TICKS)
            .mapToObj(count -> new Tick(y(count, most), String.format(Locale.ROOT, "%,d", count)))
            .toList());
  }

  private static String line(
      List<OpenIncidentsPerDay> days, ToIntFunction<OpenIncidentsPerDay> count, int most) {
    return IntStream.range(0, days.size())
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    x(i, days.size()),
                    y(count.applyAsInt(days.get(i)), most)))
        .collect(Collectors.joining(" "));
  }

  private static List<Tick> dayTicks(List<OpenIncidentsPerDay> days) {
    List<Tick> ticks = new ArrayList<>();
    int step = Math.max(1, (days.size() + DAY_TICKS - 1) / DAY_TICKS);
    for (int i = 0; i < days.size(); i += step) {
      LocalDate day = days.get(i).day();
      ticks.add(new Tick(x(i, days.size()), day.toString()));
    }
    return ticks;
  }

  private static double x(int index, int count) {
    return LEFT + (count < 2 ? 0 : (double) index / (count - 1)) * (RIGHT - LEFT);
  }

  private static double y(int count, int most) {
    return BOTTOM - (double) count / most * (BOTTOM - TOP);
  }

  /** The next number of 4, 20, 40, 200, 400 … that holds the most, so that ticks are round. */
  private static int roundedUp(int most) {
    int size = COUNT_TICKS;
    for (int i = 0; size < most; i++) {
      size *= i % 2 == 0 ? 5 : 2;
    }
    if (size / 2 >= most && size / 2 % COUNT_TICKS == 0) {
      size /= 2;
    }
    return size;
  }
}
