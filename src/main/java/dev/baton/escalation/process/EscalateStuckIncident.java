package dev.baton.escalation.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.Trigger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises an incident that needs somebody higher. */
@Component
@FormerBeanName("raiseStuck")
class EscalateStuckIncident implements JavaDelegate {

  private final Escalations escalations;

  EscalateStuckIncident(Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    escalations.raise(
        EscalationExecution.incident(execution),
        Trigger.valueOf((String) execution.getVariable(WatchVariables.TRIGGER)),
        (String) execution.getVariable(WatchVariables.SOURCE),
        (String) execution.getVariable(WatchVariables.REASON));
  }
}
