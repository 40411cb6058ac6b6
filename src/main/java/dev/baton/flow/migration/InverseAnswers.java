package dev.baton.flow.migration;

import dev.baton.engine.migration.StepTarget;
import java.util.HashMap;
import java.util.Map;

/** The answers of a way back, as far as those of the way there say them. */
final class InverseAnswers {

  private InverseAnswers() {}

  /**
   * A target that only one step was moved to leads back to that step. One that several were moved
   * to, or that was started again, is asked about if it has no counterpart.
   */
  static Map<String, Map<String, StepTarget>> of(Map<String, Map<String, StepTarget>> answers) {
    Map<String, Map<String, StepTarget>> inverse = new HashMap<>();
    answers.forEach((flow, each) -> inverse.put(flow, ofFlow(each)));
    return inverse;
  }

  private static Map<String, StepTarget> ofFlow(Map<String, StepTarget> answers) {
    Map<String, StepTarget> inverse = new HashMap<>();
    answers.forEach(
        (step, target) -> {
          long sources =
              answers.values().stream().filter(other -> other.step().equals(target.step())).count();
          if (!target.again() && sources == 1 && !target.step().equals(step)) {
            inverse.put(target.step(), new StepTarget(step, false));
          }
        });
    return inverse;
  }

  static Map<String, StepTarget> both(
      Map<String, StepTarget> first, Map<String, StepTarget> second) {
    Map<String, StepTarget> both = new HashMap<>(first);
    both.putAll(second);
    return both;
  }
}
