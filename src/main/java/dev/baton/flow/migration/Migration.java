package dev.baton.flow.migration;

import dev.baton.engine.migration.StepTarget;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A migration of running incidents.
 *
 * @param createdBy sign-in name of the process owner
 * @param answers where incidents go on, by flow and step
 * @param targets the version that each flow is brought to, by its key; empty for a way back
 * @param stages how many incidents the first stages have; the last one has the rest
 * @param stage the stage that was released last; 0 before the first
 * @param released how many incidents may have been moved by now
 * @param backOf the migration that this one takes back; null otherwise
 * @param message why it stopped; null if it did not
 */
public record Migration(
    long id,
    String reason,
    String createdBy,
    Instant createdAt,
    MigrationState state,
    Map<String, Map<String, StepTarget>> answers,
    Map<String, String> targets,
    boolean evaluatesTimers,
    List<Integer> stages,
    int stage,
    int released,
    Long backOf,
    String message,
    Instant finishedAt) {

  /** Where the incidents of this flow go on, by step. */
  public Map<String, StepTarget> answersOf(String flow) {
    return answers.getOrDefault(flow, Map.of());
  }

  /** How many incidents may have been moved once the next stage is released. */
  int releasedNext() {
    return stage < stages.size() ? released + stages.get(stage) : Integer.MAX_VALUE;
  }

  /** With these answers, before its forecast. */
  Migration answered(Map<String, Map<String, StepTarget>> others) {
    return new Migration(
        id,
        reason,
        createdBy,
        createdAt,
        state,
        others,
        targets,
        evaluatesTimers,
        stages,
        0,
        0,
        backOf,
        null,
        null);
  }
}
