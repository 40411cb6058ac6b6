package dev.baton.flow.migration;

import dev.baton.engine.MigrationImpossible;
import dev.baton.engine.migration.FlowDefinition;
import dev.baton.engine.migration.FlowDefinitions;
import dev.baton.engine.migration.FlowStep;
import dev.baton.engine.migration.StepMappings;
import dev.baton.engine.migration.StepTarget;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks about the steps of a version that have no counterpart in the other one. */
@Component
class MigrationQuestions {

  /** Where incidents may arrive before they are moved, even if none waits there now. */
  private static final Set<String> ALWAYS_ASKED =
      Set.of("userTask", "receiveTask", "callActivity", "intermediateCatchEvent");

  private final FlowDefinitions definitions;
  private final StepMappings mappings;
  private final StepProposals proposals;

  MigrationQuestions(FlowDefinitions definitions, StepMappings mappings, StepProposals proposals) {
    this.definitions = definitions;
    this.mappings = mappings;
    this.proposals = proposals;
  }

  /**
   * @param asked the incidents that wait at one of the steps
   */
  record Asked(List<MigrationQuestion> questions, Set<String> asked) {}

  /**
   * @param waiting the incidents by the step where they wait, of each pair of versions
   * @throws InvalidInput if an answer does not fit
   */
  Asked of(
      Map<VersionPair, Map<String, Set<String>>> waiting,
      Map<String, Map<String, StepTarget>> answers) {
    List<MigrationQuestion> questions = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    waiting.forEach((pair, steps) -> ask(pair, steps, answers, questions, asked));
    return new Asked(together(questions), asked);
  }

  private void ask(
      VersionPair pair,
      Map<String, Set<String>> waiting,
      Map<String, Map<String, StepTarget>> answers,
      List<MigrationQuestion> questions,
      Set<String> asked) {
    FlowDefinition from = definitions.get(pair.from());
    Map<String, StepTarget> given = answers.getOrDefault(from.key(), Map.of());
    Map<String, String> counterparts = counterparts(pair, given);
    Map<String, String> equal = counterparts(pair, Map.of());
    for (FlowStep step : definitions.steps(pair.from())) {
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
                proposals.of(step, pair.to(), Set.copyOf(equal.values())),
                given.get(step.id()),
                pair.to(),
                definitions.steps(pair.to())));
        asked.addAll(incidents);
      }
    }
  }

  private Map<String, String> counterparts(VersionPair pair, Map<String, StepTarget> given) {
    Set<String> known =
        definitions.steps(pair.to()).stream().map(FlowStep::id).collect(Collectors.toSet());
    given.forEach(
        (step, target) -> {
          if (!known.contains(target.step())) {
            throw new InvalidInput(
                "answers",
                LocalizableText.of(
                    "refused.migration.step", target.step(), definitions.get(pair.to()).words()));
          }
        });
    try {
      return mappings.counterparts(pair.from(), pair.to(), given);
    } catch (MigrationImpossible unfit) {
      throw new InvalidInput("answers", unfit.getMessage());
    }
  }

  /** One question for a step, whichever version it is of. */
  private static List<MigrationQuestion> together(List<MigrationQuestion> questions) {
    Map<String, MigrationQuestion> merged = new TreeMap<>();
    for (MigrationQuestion question : questions) {
      merged.merge(
          question.flow() + " " + question.step().id(),
          question,
          (first, second) -> first.waiting(first.incidents() + second.incidents()));
    }
    return merged.values().stream()
        .sorted(Comparator.comparing(MigrationQuestion::incidents).reversed())
        .toList();
  }
}
