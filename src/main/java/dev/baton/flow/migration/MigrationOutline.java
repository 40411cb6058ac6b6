package dev.baton.flow.migration;

import dev.baton.engine.migration.FlowDefinition;
import java.util.List;
import java.util.Map;

/**
 * What is to be moved, before anything is tried.
 *
 * @param incidents how many have an instance on another version
 * @param asTheyAre how many of them wait only at steps that both versions have
 * @param versions from where to where, by flow
 * @param waiting where they wait, for each version that they are on
 */
public record MigrationOutline(
    int incidents,
    int asTheyAre,
    List<VersionChange> versions,
    List<WaitingIncidents> waiting,
    List<MigrationQuestion> questions) {

  /**
   * @param instances how many run on it
   */
  public record VersionChange(
      String flow, String flowName, int from, int to, String release, int instances) {}

  /**
   * @param version that they are on
   * @param steps how many incidents wait at each of its steps, by id
   */
  public record WaitingIncidents(FlowDefinition version, Map<String, Integer> steps) {}

  public boolean isOpen() {
    return questions.stream().anyMatch(MigrationQuestion::isOpen);
  }

  /** In a sentence for each question. */
  public String words() {
    StringBuilder text =
        new StringBuilder(
            asTheyAre == 1
                ? "1 incident moves as it is."
                : "%d incidents move as they are.".formatted(asTheyAre));
    questions.stream()
        .filter(question -> question.incidents() > 0)
        .forEach(
            question ->
                text.append(
                    " %d %s at '%s', which is gone%s"
                        .formatted(
                            question.incidents(),
                            question.incidents() == 1 ? "waits" : "wait",
                            question.step().label(),
                            question.isOpen() ? ": where do they go?" : ".")));
    return text.toString();
  }
}
