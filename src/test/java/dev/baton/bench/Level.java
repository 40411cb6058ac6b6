package dev.baton.bench;

import java.util.Arrays;
import java.util.List;

/**
 * One measured level: what, with how many clients, and the median of its repetitions.
 *
 * @param perSecond operations a second
 * @param p50 milliseconds
 * @param p95 milliseconds
 * @param commits of the database per operation
 * @param statements of the database per operation
 * @param quiet whether the machine was quiet before every repetition
 */
record Level(
    String what,
    int clients,
    double perSecond,
    double p50,
    double p95,
    double commits,
    double statements,
    long failures,
    boolean quiet) {

  static Level median(List<Level> repetitions) {
    Level first = repetitions.get(0);
    return new Level(
        first.what,
        first.clients,
        middle(repetitions.stream().mapToDouble(Level::perSecond).toArray()),
        middle(repetitions.stream().mapToDouble(Level::p50).toArray()),
        middle(repetitions.stream().mapToDouble(Level::p95).toArray()),
        middle(repetitions.stream().mapToDouble(Level::commits).toArray()),
        middle(repetitions.stream().mapToDouble(Level::statements).toArray()),
        repetitions.stream().mapToLong(Level::failures).sum(),
        repetitions.stream().allMatch(Level::quiet));
  }

  private static double middle(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
