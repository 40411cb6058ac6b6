package dev.baton.flow.backtest.outcome;

import dev.baton.flow.backtest.log.RecordedLog;
import dev.baton.flow.backtest.log.SkippedLine;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Why so many events of a log were not understood, or not replayed as they were. */
public record ReplayGap(String reason, int events) {

  /** A broken file has as many reasons as lines; the report of the replay names them. */
  private static final int MOST = 50;

  /** The most frequent first. */
  public static List<ReplayGap> of(Collection<ReplayedIncident> replayed, RecordedLog log) {
    Map<String, Integer> counts = new TreeMap<>();
    Stream.concat(
            log.badLines().stream().map(SkippedLine::reason),
            replayed.stream()
                .flatMap(incident -> incident.refusals().stream())
                .map(refused -> refused.refusal().reason()))
        .forEach(reason -> counts.merge(reason, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> new ReplayGap(count.getKey(), count.getValue()))
        .sorted((one, other) -> other.events() - one.events())
        .limit(MOST)
        .toList();
  }
}
