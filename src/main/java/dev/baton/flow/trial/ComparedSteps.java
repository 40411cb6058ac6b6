package dev.baton.flow.trial;

import dev.baton.engine.release.Release;
import dev.baton.flow.backtest.outcome.IncidentOutcome;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Visits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The steps of both releases. A step whose id alone has changed is the same: it has the label of a
 * step that has gone, and no other step has.
 */
final class ComparedSteps {

  /** Whether both releases have a step. */
  enum Change {
    BOTH,
    NEW,
    GONE
  }

  private final Map<String, ModelStep> live;
  private final Map<String, ModelStep> proposed;
  private final Map<String, String> formerKeys = new HashMap<>();

  ComparedSteps(Release live, Release proposed) {
    this.live = ModelStep.of(live);
    this.proposed = ModelStep.of(proposed);
    Map<String, List<ModelStep>> gone = byLook(this.live, this.proposed.keySet());
    byLook(this.proposed, this.live.keySet())
        .forEach(
            (look, added) -> {
              List<ModelStep> before = gone.getOrDefault(look, List.of());
              if (added.size() == 1 && before.size() == 1) {
                formerKeys.put(added.get(0).key(), before.get(0).key());
              }
            });
  }

  private static Map<String, List<ModelStep>> byLook(
      Map<String, ModelStep> steps, Set<String> others) {
    return steps.values().stream()
        .filter(step -> !others.contains(step.key()))
        .collect(
            Collectors.groupingBy(
                step -> String.join("/", step.process(), step.type(), step.label())));
  }

  /** All steps by the key that they have in the live release, if they have one there. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>(live.keySet());
    proposed.keySet().forEach(key -> keys.add(formerKeys.getOrDefault(key, key)));
    return keys;
  }

  /** The step as the proposed release calls it, or else the live one. */
  ModelStep step(String key) {
    String now =
        formerKeys.entrySet().stream()
            .filter(renamed -> renamed.getValue().equals(key))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(key);
    ModelStep step = proposed.getOrDefault(now, live.get(key));
    int slash = key.indexOf('/');
    return step != null
        ? step
        : new ModelStep(
            key.substring(0, slash),
            key.substring(slash + 1),
            key.substring(0, slash),
            key.substring(slash + 1),
            "");
  }

  Change change(String key) {
    Set<String> now = new HashSet<>(proposed.keySet());
    now.addAll(formerKeys.values());
    if (!live.containsKey(key)) {
      return Change.NEW;
    }
    return now.contains(key) ? Change.BOTH : Change.GONE;
  }

  /** The visits of the proposed side, by the keys that the steps have in the live release. */
  Map<String, Visits> visits(IncidentOutcome outcomeOfProposed) {
    Map<String, Visits> visits = new TreeMap<>();
    outcomeOfProposed
        .steps()
        .forEach((key, made) -> visits.put(formerKeys.getOrDefault(key, key), made));
    return visits;
  }
}
