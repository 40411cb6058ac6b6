package dev.baton.flow.trial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What both releases did with the same incidents.
 *
 * @param differing how many of the incidents differ in any respect
 * @param endings incidents by their last status
 * @param work completed user tasks by {@code role/team}
 * @param escalations people told, by rung and role
 * @param messages to clients, by event
 */
record TrialFigures(
    int incidents,
    int differing,
    List<PromiseFigures> promises,
    List<CountFigures> endings,
    List<StepFigures> steps,
    List<CountFigures> work,
    List<CountFigures> escalations,
    List<CountFigures> messages) {

  static TrialFigures of(Collection<IncidentPair> pairs, ComparedSteps steps) {
    return new TrialFigures(
        pairs.size(),
        (int) pairs.stream().filter(IncidentPair::differs).count(),
        PromiseFigures.of(pairs),
        CountFigures.of(
            pairs,
            outcome -> Map.of(outcome.status() == null ? "REFUSED" : outcome.status().name(), 1)),
        StepFigures.of(pairs, steps),
        CountFigures.of(pairs, outcome -> outcome.work()),
        CountFigures.of(pairs, outcome -> outcome.escalations()),
        CountFigures.of(pairs, outcome -> outcome.messages()));
  }

  /** Of the incidents that share something, by what they share. */
  static Map<String, TrialFigures> by(
      Function<IncidentPair, String> share, Collection<IncidentPair> pairs, ComparedSteps steps) {
    Map<String, TrialFigures> figures = new TreeMap<>();
    pairs.stream()
        .collect(Collectors.groupingBy(share))
        .forEach((value, some) -> figures.put(value, of(some, steps)));
    return figures;
  }
}
