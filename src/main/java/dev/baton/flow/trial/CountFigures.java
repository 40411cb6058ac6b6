package dev.baton.flow.trial;

import dev.baton.flow.backtest.outcome.IncidentOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How often something happened in both releases. */
record CountFigures(String what, int live, int proposed) {

  /** By what is counted, in its order. */
  static List<CountFigures> of(
      Collection<IncidentPair> pairs, Function<IncidentOutcome, Map<String, Integer>> counts) {
    Map<String, int[]> all = new TreeMap<>();
    for (IncidentPair pair : pairs) {
      add(all, counts.apply(pair.live()), 0);
      add(all, counts.apply(pair.proposed()), 1);
    }
    return all.entrySet().stream()
        .map(one -> new CountFigures(one.getKey(), one.getValue()[0], one.getValue()[1]))
        .toList();
  }

  private static void add(Map<String, int[]> all, Map<String, Integer> counts, int side) {
    counts.forEach((what, count) -> all.computeIfAbsent(what, key -> new int[2])[side] += count);
  }
}
