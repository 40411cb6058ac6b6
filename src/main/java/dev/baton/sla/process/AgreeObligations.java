package dev.baton.sla.process;

import dev.baton.sla.ClockLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Creates the obligations of the incident, and passes them to the step that watches the clocks. */
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
