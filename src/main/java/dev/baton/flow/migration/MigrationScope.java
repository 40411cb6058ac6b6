package dev.baton.flow.migration;

import dev.baton.engine.migration.FlowDefinition;
import dev.baton.engine.migration.FlowDefinitions;
import dev.baton.engine.migration.FlowInstance;
import dev.baton.engine.migration.FlowStates;
import dev.baton.flow.migration.OutlineMigration.Way;
import dev.baton.incident.IncidentNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which incidents a migration is about, and where each of their instances goes. */
@Component
class MigrationScope {

  private static final String INCIDENTS = "INC-";

  private final FlowStates states;
  private final FlowDefinitions definitions;
  private final Destinations destinations;
  private final Migrations migrations;

  MigrationScope(
      FlowStates states,
      FlowDefinitions definitions,
      Destinations destinations,
      Migrations migrations) {
    this.states = states;
    this.definitions = definitions;
    this.destinations = destinations;
    this.migrations = migrations;
  }

  /** The newest version of each flow that an incident has an older one of, by key. */
  Map<String, String> newestVersions() {
    Map<String, String> newest = new LinkedHashMap<>();
    outdated()
        .map(FlowInstance::key)
        .distinct()
        .sorted()
        .forEach(
            key -> newest.put(key, definitions.newest(key).map(FlowDefinition::id).orElseThrow()));
    return newest;
  }

  /** Whether it would lead to a version that is not the newest one any more. */
  boolean isOutdated(Migration migration) {
    return migration.targets().entrySet().stream()
        .anyMatch(
            target ->
                definitions
                    .newest(target.getKey())
                    .filter(newest -> newest.id().equals(target.getValue()))
                    .isEmpty());
  }

  /** The incidents to be moved, each with the versions that it had before, for a way back. */
  List<MigratedIncident> incidents(Migration migration) {
    List<MigratedIncident> found = new ArrayList<>();
    if (migration.backOf() == null) {
      ways(migration).stream()
          .map(Way::incident)
          .distinct()
          .forEach(
              number -> found.add(MigratedIncident.waiting(number, found.size() + 1, Map.of())));
    } else {
      moved(migration.backOf())
          .forEach(
              each ->
                  found.add(
                      MigratedIncident.waiting(each.incident(), found.size() + 1, each.origins())));
    }
    return found;
  }

  /** The instances to be moved, as they run now. */
  List<Way> ways(Migration migration) {
    if (migration.backOf() == null) {
      return outdated()
          .flatMap(instance -> way(migration, instance, Map.of()).stream())
          .sorted(Comparator.comparing(Way::incident))
          .toList();
    }
    Map<String, Map<String, String>> origins = new HashMap<>();
    moved(migration.backOf()).forEach(each -> origins.put(each.incident(), each.origins()));
    return states.instances(origins.keySet()).stream()
        .flatMap(instance -> way(migration, instance, origins.get(instance.businessKey())).stream())
        .sorted(Comparator.comparing(Way::incident))
        .toList();
  }

  private List<MigratedIncident> moved(long id) {
    return migrations.next(id, MoveState.MOVED, Integer.MAX_VALUE);
  }

  private Optional<Way> way(
      Migration migration, FlowInstance instance, Map<String, String> origins) {
    return destinations
        .of(migration, instance, origins)
        .map(target -> new Way(instance, instance.businessKey(), target));
  }

  private Stream<FlowInstance> outdated() {
    return states.outdated(INCIDENTS).stream()
        .filter(instance -> IncidentNumber.parse(instance.businessKey()).isPresent());
  }
}
