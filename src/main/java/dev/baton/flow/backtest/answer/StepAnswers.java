package dev.baton.flow.backtest.answer;

import dev.baton.flow.backtest.replay.Lot;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a step is answered. It follows from the incident's number, the step and the visit alone, so
 * that a second run is the same.
 *
 * @param after minutes, of which one is taken for each answer
 * @param outcomes none for the defaults of the form
 */
record StepAnswers(List<Integer> after, List<ShareOfAnswers> outcomes) {

  /** The values of a share of the answers; the shares of a step make 1 together. */
  record ShareOfAnswers(double share, Map<String, Object> values) {}

  Duration after(String incident, String step, int visit) {
    int lot = Lot.of(incident, step.hashCode(), visit, 1);
    return Duration.ofMinutes(after.get(lot % after.size()));
  }

  /** By the keys of the form; what is not named has its default. */
  Map<String, Object> values(String incident, String step, int visit) {
    int left = Lot.of(incident, step.hashCode(), visit, 2) % Lot.GRAIN;
    for (ShareOfAnswers outcome : outcomes) {
      left -= (int) Math.round(outcome.share() * Lot.GRAIN);
      if (left < 0) {
        return outcome.values();
      }
    }
    return outcomes.isEmpty() ? Map.of() : outcomes.get(outcomes.size() - 1).values();
  }
}
