package dev.baton.flow.migration;

import dev.baton.engine.migration.FlowStep;
import dev.baton.engine.migration.StepTarget;
import java.util.List;

/**
 * A step of the version at hand that the other version does not have: where do incidents go on that
 * wait there?
 *
 * @param flow key of the flow
 * @param incidents how many wait there now; at least one makes an answer necessary
 * @param proposal id of the only step that is like it; null if there is none or several
 * @param answer what was said; null if nothing
 * @param target id of the other version
 * @param choices the steps of the other version
 */
public record MigrationQuestion(
    String flow,
    String flowName,
    FlowStep step,
    int incidents,
    String proposal,
    StepTarget answer,
    String target,
    List<FlowStep> choices) {

  MigrationQuestion waiting(int many) {
    return new MigrationQuestion(flow, flowName, step, many, proposal, answer, target, choices);
  }

  public boolean isOpen() {
    return incidents > 0 && answer == null;
  }
}
