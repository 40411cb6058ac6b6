package dev.baton.flow.migration;

import dev.baton.engine.MigrationImpossible;
import dev.baton.engine.migration.FlowDefinitions;
import dev.baton.engine.migration.FlowInstance;
import dev.baton.engine.migration.FlowMigrations;
import dev.baton.engine.migration.FlowMove;
import dev.baton.engine.migration.FlowState;
import dev.baton.engine.migration.FlowStates;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.journal.MigrationNotes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves all flows of one incident together, in the caller's transaction: its lifecycle with the
 * clocks, its escalations, its notifications and whatever else runs for it.
 */
@Component
class MoveFamily {

  private final FlowStates states;
  private final FlowMigrations flows;
  private final FlowDefinitions definitions;
  private final FlowDifferences differences;
  private final Destinations destinations;
  private final MigrationNotes notes;

  MoveFamily(
      FlowStates states,
      FlowMigrations flows,
      FlowDefinitions definitions,
      FlowDifferences differences,
      Destinations destinations,
      MigrationNotes notes) {
    this.states = states;
    this.flows = flows;
    this.definitions = definitions;
    this.differences = differences;
    this.destinations = destinations;
    this.notes = notes;
  }

  /**
   * @param origins where its instances were before a migration that is taken back
   * @return empty if nothing of it is on another version
   * @throws MigrationImpossible if it cannot be moved as it is; the transaction is to be undone
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Moved> move(
      Migration migration, IncidentNumber number, Map<String, String> origins) {
    notes.takeTurn(number);
    FlowState before = states.of(number.value());
    Map<FlowInstance, String> ways = new HashMap<>();
    before
        .instances()
        .forEach(
            instance ->
                destinations
                    .of(migration, instance, origins)
                    .ifPresent(target -> ways.put(instance, target)));
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    flows.migrate(
        before.instances().stream()
            .filter(ways::containsKey)
            .map(
                instance ->
                    new FlowMove(instance, ways.get(instance), migration.answersOf(instance.key())))
            .toList(),
        migration.evaluatesTimers());
    FlowState after = states.of(number.value());
    refuseWhatNobodyWants(migration, before, after);
    return Optional.of(moved(before, after, ways));
  }

  /** What is open now. */
  public String digestNow(IncidentNumber number) {
    FlowState now = states.of(number.value());
    return differences.digest(now, FlowDifferences.ids(now));
  }

  private void refuseWhatNobodyWants(Migration migration, FlowState before, FlowState after) {
    Set<String> running =
        after.instances().stream().map(FlowInstance::id).collect(Collectors.toSet());
    for (FlowInstance instance : before.instances()) {
      if (instance.id().equals(instance.rootId()) && !running.contains(instance.id())) {
        throw new MigrationImpossible(
            "The flow '%s' would end.".formatted(definitions.get(instance.definitionId()).name()),
            null);
      }
    }
    List<FlowChange> due =
        migration.evaluatesTimers() ? List.of() : differences.movedDueDates(before, after);
    if (!due.isEmpty()) {
      FlowChange first = due.get(0);
      throw new MigrationImpossible(
          "'%s' would be due %s instead of %s."
              .formatted(first.label(), first.after(), first.before()),
          null);
    }
  }

  private Moved moved(FlowState before, FlowState after, Map<FlowInstance, String> ways) {
    Set<String> known = FlowDifferences.ids(before);
    Map<String, String> origins = new HashMap<>();
    ways.keySet().forEach(instance -> origins.put(instance.id(), instance.definitionId()));
    String words =
        ways.entrySet().stream()
            .map(
                way ->
                    "%s %d → %d"
                        .formatted(
                            definitions.get(way.getValue()).name(),
                            way.getKey().version(),
                            definitions.get(way.getValue()).version()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new Moved(
        differences.digest(before, known),
        differences.digest(after, known),
        differences.between(before, after),
        origins,
        words);
  }
}
