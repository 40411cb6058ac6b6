package dev.baton.escalation.process;

import dev.baton.escalation.Climbs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lays before the ladder what it asks of the incident. */
@Component
class DescribeEscalation implements ExecutionListener {

  private final Climbs climbs;

  DescribeEscalation(Climbs climbs) {
    this.climbs = climbs;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Climbs.Facts facts = climbs.facts(Climbing.id(execution, climbs));
    DelegateExecution instance = execution.getProcessInstance();
    instance.setVariable(EscalationVariables.TIER, facts.tier());
    instance.setVariable(EscalationVariables.PRIORITY, facts.priority());
  }
}
