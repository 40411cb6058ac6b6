package dev.baton.escalation.process;

import dev.baton.escalation.EscalationLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the climb: the incident needs nobody any more. */
@Component
class WithdrawEscalation implements JavaDelegate {

  private final EscalationLifecycle climbs;

  WithdrawEscalation(EscalationLifecycle climbs) {
    this.climbs = climbs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    climbs.withdraw(EscalationExecution.id(execution, climbs), "The incident is resolved or over.");
  }
}
