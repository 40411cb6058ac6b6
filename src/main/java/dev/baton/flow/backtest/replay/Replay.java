package dev.baton.flow.backtest.replay;

import dev.baton.flow.backtest.log.LogRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Takes the events of a log in their order, each at its own time. An incident is reported when the
 * log says it was opened, which may be before its first row.
 */
public final class Replay {

  /** Long enough for the timers of the last resolutions. */
  private static final Duration AFTERWARDS = RecordedDesk.CONFIRMATION.plusDays(1);

  private final FlowDriver driver;
  private final SimulatedTime time;
  private final BooleanSupplier isEnding;
  private final Map<String, ReplayedIncident> incidents = new LinkedHashMap<>();

  public Replay(FlowDriver driver, SimulatedTime time, BooleanSupplier isEnding) {
    this.driver = driver;
    this.time = time;
    this.isEnding = isEnding;
  }

  /**
   * Replays all rows, which are in order, and lets the timers run on that remain.
   *
   * @throws ReplayStopped when the program is about to end
   */
  public Collection<ReplayedIncident> run(List<LogRow> rows, ReplayProgress progress) {
    int done = 0;
    Deque<LogRow> openings = openings(rows);
    for (LogRow row : rows) {
      if (isEnding.getAsBoolean()) {
        throw new ReplayStopped();
      }
      openUntil(row.at(), openings);
      time.advanceTo(row.at());
      driver.replay(incident(row), row);
      progress.done(++done, System.nanoTime());
    }
    Instant end = rows.get(rows.size() - 1).at().plus(AFTERWARDS);
    time.advanceTo(end);
    driver.end();
    progress.ended();
    return incidents.values();
  }

  private ReplayedIncident incident(LogRow row) {
    return incidents.computeIfAbsent(row.incident(), ReplayedIncident::new);
  }

  private void openUntil(Instant instant, Deque<LogRow> openings) {
    while (!openings.isEmpty() && !openings.peek().openedAt().isAfter(instant)) {
      LogRow first = openings.poll();
      time.advanceTo(first.openedAt());
      driver.open(incident(first), first);
    }
  }

  /** First rows of incidents that were opened earlier, by when they were. */
  private static Deque<LogRow> openings(List<LogRow> rows) {
    Map<String, LogRow> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(row.incident(), row));
    return first.values().stream()
        .filter(row -> row.openedAt() != null && row.openedAt().isBefore(row.at()))
        .sorted(Comparator.comparing(LogRow::openedAt).thenComparingInt(LogRow::line))
        .collect(Collectors.toCollection(ArrayDeque::new));
  }
}
