package dev.baton.sla.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.sla.ClockLifecycle;
import dev.baton.sla.ClockMilestone;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Records the milestone that was reached, once. The steps behind it escalate it and tell people.
 */
@BuildingBlock(
    name = "Record the milestone",
    description =
        "Records a milestone of the clock, once: whether it is at risk, past due, or was recorded"
            + " before. A gateway must follow without a wait.",
    needs = {"obligationId"},
    sets = {"reached"})
@Component
class ReachMilestone implements JavaDelegate {

  private final ClockLifecycle clocks;

  ReachMilestone(ClockLifecycle clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<ClockMilestone> reached =
        clocks.record(ClockFlowIds.incident(execution), ClockFlowIds.obligation(execution));
    String words =
        reached.map(milestone -> milestone.isPastDue() ? "pastDue" : "atRisk").orElse("nothing");
    execution.setVariable(ClockVariables.REACHED, Variables.stringValue(words, true));
  }
}
