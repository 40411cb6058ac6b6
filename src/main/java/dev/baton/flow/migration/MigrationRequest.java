package dev.baton.flow.migration;

import dev.baton.engine.migration.StepTarget;
import java.util.List;
import java.util.Map;

/**
 * What a process owner asks for.
 *
 * @param reason at most 500 characters
 * @param answers where incidents go on, by flow and step
 * @param evaluatesTimers whether due dates are calculated anew
 * @param stages how many incidents the first stages have
 */
public record MigrationRequest(
    String reason,
    Map<String, Map<String, StepTarget>> answers,
    boolean evaluatesTimers,
    List<Integer> stages) {

  /** Five, then fifty, then the rest. */
  public static final List<Integer> USUAL_STAGES = List.of(5, 50);
}
