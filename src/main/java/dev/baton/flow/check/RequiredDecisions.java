package dev.baton.flow.check;

import dev.baton.engine.release.Release;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Output;

/** The decisions that a decision is made from, as the lines of its diagram say. */
record RequiredDecisions(List<Decision> decisions) {

  static RequiredDecisions of(Release release, String decision) {
    return new RequiredDecisions(
        all(release)
            .filter(each -> each.getId().equals(decision))
            .flatMap(RequiredDecisions::requiredBy)
            .toList());
  }

  /** The decision itself, and all that are made from it, directly or not. */
  static Set<String> dependentsOf(Release release, String decision) {
    Set<String> found = new LinkedHashSet<>(Set.of(decision));
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing =
          found.addAll(
              all(release)
                  .filter(each -> requiredBy(each).map(Decision::getId).anyMatch(found::contains))
                  .map(Decision::getId)
                  .toList());
    }
    return found;
  }

  /** These names, and what the decisions answer. */
  Set<String> withAnswers(Set<String> names) {
    Set<String> all = new TreeSet<>(names);
    for (Decision decision : decisions) {
      if (decision.getExpression() instanceof DecisionTable table) {
        table.getOutputs().stream().map(Output::getName).filter(Objects::nonNull).forEach(all::add);
      } else if (decision.getVariable() != null && decision.getVariable().getName() != null) {
        all.add(decision.getVariable().getName());
      }
    }
    return all;
  }

  private static Stream<Decision> all(Release release) {
    return release.tables().values().stream()
        .flatMap(model -> model.getModelElementsByType(Decision.class).stream());
  }

  private static Stream<Decision> requiredBy(Decision decision) {
    return decision.getInformationRequirements().stream()
        .map(InformationRequirement::getRequiredDecision)
        .filter(Objects::nonNull);
  }
}
