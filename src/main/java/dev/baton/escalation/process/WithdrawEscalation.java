package dev.baton.escalation.process;

import dev.baton.escalation.Climbs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the climb: the incident needs nobody any more. */
@Component
class WithdrawEscalation implements JavaDelegate {

  private final Climbs climbs;

  WithdrawEscalation(Climbs climbs) {
    this.climbs = climbs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    climbs.withdraw(Climbing.id(execution, climbs), "The incident is resolved or over.");
  }
}
