package dev.baton.flow.backtest.answer;

/**
 * How often a step was played that a log knows nothing of.
 *
 * @param step its key
 * @param byDefault how many of them because the script does not name the step
 * @param failed how many the flow did not accept
 * @param failure why, of the first of them; null if there is none
 */
public record PlayedStep(
    String step, String label, int played, int byDefault, int failed, String failure) {

  PlayedStep once(boolean isDefault) {
    return new PlayedStep(
        step, label, played + 1, byDefault + (isDefault ? 1 : 0), failed, failure);
  }

  PlayedStep failedFor(String reason) {
    return new PlayedStep(
        step, label, played, byDefault, failed + 1, failure == null ? reason : failure);
  }
}
