package dev.baton.flow.migration;

import dev.baton.engine.MigrationImpossible;
import dev.baton.engine.migration.FlowDefinition;
import dev.baton.engine.migration.FlowDefinitions;
import dev.baton.engine.migration.FlowInstance;
import dev.baton.engine.migration.FlowItem;
import dev.baton.engine.migration.FlowStates;
import dev.baton.engine.migration.FlowStep;
import dev.baton.engine.migration.StepMappings;
import dev.baton.engine.migration.StepTarget;
import dev.baton.flow.migration.MigrationOutline.VersionChange;
import dev.baton.web.validation.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out what is to be moved, and which steps have no counterpart where it goes. */
@Component
class OutlineMigration {

  private static final Set<String> ALWAYS_ASKED =
      Set.of("userTask", "receiveTask", "callActivity", "intermediateCatchEvent");

  private final FlowStates states;
  private final FlowDefinitions definitions;
  private final StepMappings mappings;
  private final StepProposals proposals;

  OutlineMigration(
      FlowStates states,
      FlowDefinitions definitions,
      StepMappings mappings,
      StepProposals proposals) {
    this.states = states;
    this.definitions = definitions;
    this.mappings = mappings;
    this.proposals = proposals;
  }

  /** An instance and the version that it is to be brought to. */
  record Way(FlowInstance instance, String incident, String to) {}

  private record Versions(String from, String to) {}

  /**
   * @throws InvalidInput if an answer does not fit
   */
  MigrationOutline of(List<Way> ways, Map<String, Map<String, StepTarget>> answers) {
    Map<String, Way> byInstance =
        ways.stream().collect(Collectors.toMap(way -> way.instance().id(), Function.identity()));
    Map<Versions, Map<String, Set<String>>> waiting = new HashMap<>();
    ways.forEach(way -> waiting.computeIfAbsent(versions(way), pair -> new TreeMap<>()));
    for (FlowItem token : states.tokens(ways.stream().map(Way::instance).toList())) {
      Way way = byInstance.get(token.instanceId());
      waiting
          .get(versions(way))
          .computeIfAbsent(token.step(), step -> new HashSet<>())
          .add(way.incident());
    }
    List<MigrationQuestion> questions = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    waiting.forEach((pair, steps) -> ask(pair, steps, answers, questions, asked));
    Set<String> incidents = ways.stream().map(Way::incident).collect(Collectors.toSet());
    return new MigrationOutline(
        incidents.size(), incidents.size() - asked.size(), changes(ways), together(questions));
  }

  private static Versions versions(Way way) {
    return new Versions(way.instance().definitionId(), way.to());
  }

  private void ask(
      Versions pair,
      Map<String, Set<String>> waiting,
      Map<String, Map<String, StepTarget>> answers,
      List<MigrationQuestion> questions,
      Set<String> asked) {
    FlowDefinition from = definitions.get(pair.from);
    Map<String, StepTarget> given = answers.getOrDefault(from.key(), Map.of());
    Map<String, String> counterparts = counterparts(pair, given);
    Map<String, String> equal = counterparts(pair, Map.of());
    for (FlowStep step : definitions.steps(pair.from)) {
      Set<String> incidents = waiting.getOrDefault(step.id(), Set.of());
      boolean isAnswered = given.containsKey(step.id());
      boolean isGone = !counterparts.containsKey(step.id()) || isAnswered;
      if (isGone && (!incidents.isEmpty() || isAnswered || ALWAYS_ASKED.contains(step.type()))) {
        questions.add(
            new MigrationQuestion(
                from.key(),
                from.name(),
                step,
                incidents.size(),
                proposals.of(step, pair.to, Set.copyOf(equal.values())),
                given.get(step.id()),
                definitions.steps(pair.to)));
        asked.addAll(incidents);
      }
    }
  }

  private Map<String, String> counterparts(Versions pair, Map<String, StepTarget> given) {
    Set<String> known =
        definitions.steps(pair.to).stream().map(FlowStep::id).collect(Collectors.toSet());
    given.forEach(
        (step, target) -> {
          if (!known.contains(target.step())) {
            throw new InvalidInput(
                "answers",
                "'%s' is no step of %s."
                    .formatted(target.step(), definitions.get(pair.to).words()));
          }
        });
    try {
      return mappings.counterparts(pair.from, pair.to, given);
    } catch (MigrationImpossible unfit) {
      throw new InvalidInput("answers", unfit.getMessage());
    }
  }

  private List<VersionChange> changes(List<Way> ways) {
    Map<Versions, Long> counts =
        ways.stream()
            .collect(Collectors.groupingBy(OutlineMigration::versions, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            each -> {
              FlowDefinition from = definitions.get(each.getKey().from);
              FlowDefinition to = definitions.get(each.getKey().to);
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

  /** One question for a step, whichever version it is of. */
  private static List<MigrationQuestion> together(List<MigrationQuestion> questions) {
    Map<String, MigrationQuestion> merged = new TreeMap<>();
    for (MigrationQuestion question : questions) {
      merged.merge(
          question.flow() + " " + question.step().id(),
          question,
          (first, second) ->
              new MigrationQuestion(
                  first.flow(),
                  first.flowName(),
                  first.step(),
                  first.incidents() + second.incidents(),
                  first.proposal(),
                  first.answer(),
                  first.choices()));
    }
    return merged.values().stream()
        .sorted(Comparator.comparing(MigrationQuestion::incidents).reversed())
        .toList();
  }
}
