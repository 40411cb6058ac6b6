package dev.baton.flow.migration;

import dev.baton.engine.migration.FlowDefinitions;
import dev.baton.engine.migration.FlowStep;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Proposes the counterpart of a step whose id was changed: the only new one of its type with the
 * same label, or else the only new one of the same kind. An owner still has to say so.
 */
@Component
class StepProposals {

  private final FlowDefinitions definitions;

  StepProposals(FlowDefinitions definitions) {
    this.definitions = definitions;
  }

  /**
   * @param taken steps of the other version that are the counterparts of others
   * @return null if there is no such step, or more than one
   */
  String of(FlowStep step, String to, Set<String> taken) {
    List<FlowStep> free =
        definitions.steps(to).stream()
            .filter(other -> other.type().equals(step.type()))
            .filter(other -> !taken.contains(other.id()))
            .toList();
    String sameLabel = only(free, other -> other.label().equalsIgnoreCase(step.label()));
    return sameLabel != null || step.kind() == null
        ? sameLabel
        : only(free, other -> step.kind().equals(other.kind()));
  }

  private static String only(List<FlowStep> steps, Predicate<FlowStep> fits) {
    List<FlowStep> found = steps.stream().filter(fits).toList();
    return found.size() == 1 ? found.get(0).id() : null;
  }
}
