package dev.baton.escalation.process;

import dev.baton.escalation.Escalations;
import dev.baton.escalation.Trigger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises an incident that needs somebody higher. */
@Component
class RaiseStuck implements JavaDelegate {

  private final Escalations escalations;

  RaiseStuck(Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    escalations.raise(
        Climbing.incident(execution),
        Trigger.valueOf((String) execution.getVariable(WatchVariables.TRIGGER)),
        (String) execution.getVariable(WatchVariables.SOURCE),
        (String) execution.getVariable(WatchVariables.REASON));
  }
}
