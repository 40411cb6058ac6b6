package dev.baton.flow.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Takes the events of a log in their order, each at its own time. */
final class Replay {

  /** Long enough for the timers of the last resolutions. */
  private static final Duration AFTERWARDS = RecordedDesk.CONFIRMATION.plusDays(1);

  private final FlowDriver driver;
  private final SimulatedTime time;
  private final BooleanSupplier isEnding;
  private final Map<String, Replayed> incidents = new LinkedHashMap<>();

  Replay(FlowDriver driver, SimulatedTime time, BooleanSupplier isEnding) {
    this.driver = driver;
    this.time = time;
    this.isEnding = isEnding;
  }

  /**
   * Replays all rows, which are in order, and lets the timers run on that remain.
   *
   * @throws Stopped when the program is about to end
   */
  Collection<Replayed> run(List<LogRow> rows, Progress progress) {
    int done = 0;
    for (LogRow row : rows) {
      if (isEnding.getAsBoolean()) {
        throw new Stopped();
      }
      time.advanceTo(row.at());
      driver.replay(incidents.computeIfAbsent(row.incident(), Replayed::new), row);
      progress.done(++done, System.nanoTime());
    }
    Instant end = rows.get(rows.size() - 1).at().plus(AFTERWARDS);
    time.advanceTo(end);
    progress.ended();
    return incidents.values();
  }
}
