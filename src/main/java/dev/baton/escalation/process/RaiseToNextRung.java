package dev.baton.escalation.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.escalation.EscalationLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Goes one rung up; at the top, begins it again. */
@Component
@FormerBeanName("climbOn")
class RaiseToNextRung implements JavaDelegate {

  private final EscalationLifecycle climbs;

  RaiseToNextRung(EscalationLifecycle climbs) {
    this.climbs = climbs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = EscalationExecution.id(execution, climbs);
    climbs.climb(id);
    execution
        .getProcessInstance()
        .setVariable(EscalationVariables.RUNG, climbs.standing(id).rung());
  }
}
