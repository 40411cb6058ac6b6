package dev.baton.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** How late timers were, in milliseconds; a timer that fired too early is counted apart. */
record Lateness(int timers, double p50, double p99, double max, long early) {

  static Lateness of(DoubleStream millisLate) {
    double[] sorted = millisLate.sorted().toArray();
    return new Lateness(
        sorted.length,
        at(sorted, 0.50),
        at(sorted, 0.99),
        at(sorted, 1),
        Arrays.stream(sorted).filter(late -> late < 0).count());
  }

  /** The smallest value that is not exceeded by that share of all. */
  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  Map<String, Object> values() {
    return Map.of("timers", timers, "p50", p50, "p99", p99, "max", max, "early", early);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d timers, p50 %.0f ms, p99 %.0f ms, max %.0f ms late, %d early",
        timers,
        p50,
        p99,
        max,
        early);
  }
}
