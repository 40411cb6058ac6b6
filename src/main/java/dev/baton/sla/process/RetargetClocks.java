package dev.baton.sla.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.engine.Flows;
import dev.baton.sla.ClockLifecycle;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Applies the terms of the new priority to the clocks, and starts clocks for new obligations. */
@BuildingBlock(
    name = "Retarget the clocks",
    description = "Applies the terms of the new priority to the running clocks.",
    needs = {"priority"})
@Component
class RetargetClocks implements JavaDelegate {

  private final ClockLifecycle clocks;
  private final Flows flows;

  RetargetClocks(ClockLifecycle clocks, Flows flows) {
    this.clocks = clocks;
    this.flows = flows;
  }

  @Override
  public void execute(DelegateExecution execution) {
    for (Long joining : clocks.retarget(ClockFlowIds.incident(execution))) {
      flows.tell(
          execution.getProcessInstanceId(),
          "obligationAgreed",
          Map.of(ClockVariables.OBLIGATION_ID, joining));
    }
  }
}
