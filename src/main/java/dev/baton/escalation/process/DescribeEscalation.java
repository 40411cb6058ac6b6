package dev.baton.escalation.process;

import dev.baton.escalation.EscalationLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lays before the ladder what it asks of the incident. */
@Component
class DescribeEscalation implements ExecutionListener {

  private final EscalationLifecycle climbs;

  DescribeEscalation(EscalationLifecycle climbs) {
    this.climbs = climbs;
  }

  @Override
  public void notify(DelegateExecution execution) {
    EscalationLifecycle.Facts facts = climbs.facts(EscalationExecution.id(execution, climbs));
    DelegateExecution instance = execution.getProcessInstance();
    instance.setVariable(EscalationVariables.TIER, facts.tier());
    instance.setVariable(EscalationVariables.PRIORITY, facts.priority());
  }
}
