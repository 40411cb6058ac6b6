package dev.baton.flow.trial;

import dev.baton.flow.backtest.outcome.IncidentOutcome.Visits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The visits to a step in both releases, and how long they lasted.
 *
 * @param flow what the flow is called
 * @param step the id of the step, as the proposed release calls it
 */
record StepFigures(
    String flow,
    String process,
    String step,
    String label,
    ComparedSteps.Change change,
    Waiting live,
    Waiting proposed) {

  /**
   * Of all visits together.
   *
   * @param median in seconds, of those that have ended; null at a step that does not wait
   * @param p90 what nine of ten visits do not exceed, in seconds
   */
  record Waiting(int visits, Long median, Long p90) {

    private static Waiting of(Collection<Visits> visits) {
      List<Long> stays = visits.stream().flatMap(one -> one.stays().stream()).sorted().toList();
      return new Waiting(
          visits.stream().mapToInt(Visits::count).sum(),
          Durations.percentile(stays, 50),
          Durations.percentile(stays, 90));
    }
  }

  boolean waits() {
    return live.median() != null || proposed.median() != null;
  }

  boolean differs() {
    return change != ComparedSteps.Change.BOTH || !live.equals(proposed);
  }

  /** Steps at which incidents wait, and those that differ. */
  static List<StepFigures> of(Collection<IncidentPair> pairs, ComparedSteps steps) {
    Map<String, List<Visits>> live = new HashMap<>();
    Map<String, List<Visits>> proposed = new HashMap<>();
    for (IncidentPair pair : pairs) {
      pair.live().steps().forEach((key, visits) -> add(live, key, visits));
      pair.proposedVisits().forEach((key, visits) -> add(proposed, key, visits));
    }
    return steps.keys().stream()
        .map(
            key -> {
              ModelStep step = steps.step(key);
              return new StepFigures(
                  step.flow(),
                  step.process(),
                  step.id(),
                  step.label(),
                  steps.change(key),
                  Waiting.of(live.getOrDefault(key, List.of())),
                  Waiting.of(proposed.getOrDefault(key, List.of())));
            })
        .filter(step -> step.waits() || step.differs())
        .toList();
  }

  private static void add(Map<String, List<Visits>> all, String key, Visits visits) {
    all.computeIfAbsent(key, step -> new ArrayList<>()).add(visits);
  }
}
