package dev.baton.sla.process;

import dev.baton.sla.ClockLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Agrees what was promised the client, and lays it before the step that watches the clocks. */
@Component
class AgreeObligations implements JavaDelegate {

  private final ClockLifecycle clocks;

  AgreeObligations(ClockLifecycle clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        ClockVariables.OBLIGATIONS,
        Variables.untypedValue(clocks.agree(ClockFlowIds.incident(execution)), true));
  }
}
