package dev.baton.flow.migration;

import dev.baton.engine.migration.FlowDefinition;
import dev.baton.engine.migration.FlowDefinitions;
import dev.baton.engine.migration.FlowInstance;
import dev.baton.engine.migration.FlowItem;
import dev.baton.engine.migration.FlowStates;
import dev.baton.flow.migration.MigrationOutline.VersionChange;
import dev.baton.flow.migration.MigrationOutline.WaitingIncidents;
import dev.baton.web.validation.InvalidInput;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out what is to be moved, from where to where, and where incidents wait. */
@Component
class OutlineMigration {

  private final FlowStates states;
  private final FlowDefinitions definitions;
  private final MigrationQuestions questions;

  OutlineMigration(FlowStates states, FlowDefinitions definitions, MigrationQuestions questions) {
    this.states = states;
    this.definitions = definitions;
    this.questions = questions;
  }

  /** An instance and the version that it is to be brought to. */
  record Way(FlowInstance instance, String incident, String to) {}

  /**
   * @throws InvalidInput if an answer does not fit
   */
  MigrationOutline of(Migration migration, List<Way> ways) {
    Map<VersionPair, Map<String, Set<String>>> waiting = waiting(ways);
    MigrationQuestions.Asked asked = questions.of(waiting, migration.answers());
    Set<String> incidents = ways.stream().map(Way::incident).collect(Collectors.toSet());
    return new MigrationOutline(
        incidents.size(),
        incidents.size() - asked.asked().size(),
        changes(ways),
        waiting.entrySet().stream().map(this::where).toList(),
        asked.questions());
  }

  private Map<VersionPair, Map<String, Set<String>>> waiting(List<Way> ways) {
    Map<String, Way> byInstance =
        ways.stream().collect(Collectors.toMap(way -> way.instance().id(), Function.identity()));
    Map<VersionPair, Map<String, Set<String>>> waiting = new LinkedHashMap<>();
    ways.forEach(way -> waiting.computeIfAbsent(versions(way), pair -> new TreeMap<>()));
    for (FlowItem token : states.tokens(ways.stream().map(Way::instance).toList())) {
      Way way = byInstance.get(token.instanceId());
      waiting
          .get(versions(way))
          .computeIfAbsent(token.step(), step -> new HashSet<>())
          .add(way.incident());
    }
    return waiting;
  }

  private WaitingIncidents where(Map.Entry<VersionPair, Map<String, Set<String>>> waiting) {
    Map<String, Integer> counts = new TreeMap<>();
    waiting.getValue().forEach((step, incidents) -> counts.put(step, incidents.size()));
    return new WaitingIncidents(definitions.get(waiting.getKey().from()), counts);
  }

  private static VersionPair versions(Way way) {
    return new VersionPair(way.instance().definitionId(), way.to());
  }

  private List<VersionChange> changes(List<Way> ways) {
    Map<VersionPair, Long> counts =
        ways.stream()
            .collect(Collectors.groupingBy(OutlineMigration::versions, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            each -> {
              FlowDefinition from = definitions.get(each.getKey().from());
              FlowDefinition to = definitions.get(each.getKey().to());
              return new VersionChange(
                  from.key(),
                  to.name(),
                  from.version(),
                  to.version(),
                  to.release(),
                  each.getValue().intValue());
            })
        .sorted(Comparator.comparing(VersionChange::flow).thenComparing(VersionChange::from))
        .toList();
  }
}
