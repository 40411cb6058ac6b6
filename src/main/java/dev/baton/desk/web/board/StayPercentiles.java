package dev.baton.desk.web.board;

import dev.baton.desk.web.board.FlowHeatResponse.Stays;
import dev.baton.engine.FlowFigures.Stay;
import java.time.Duration;
import java.util.List;

/** Median and 90th percentile by nearest rank: a stay that was measured, not one in between. */
final class StayPercentiles {

  private StayPercentiles() {}

  /** Null of none. */
  static Stays of(List<Stay> stays) {
    if (stays.isEmpty()) {
      return null;
    }
    long[] seconds =
        stays.stream().map(Stay::time).mapToLong(Duration::toSeconds).sorted().toArray();
    return new Stays(seconds.length, at(seconds, 50), at(seconds, 90));
  }

  private static long at(long[] sorted, int percent) {
    return sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
