package dev.baton.escalation.process;

import dev.baton.escalation.Climbs;
import dev.baton.incident.IncidentFacts;
import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lays before the ladder what it asks of the incident. */
@Component
class DescribeEscalation implements ExecutionListener {

  private final Climbs climbs;
  private final IncidentLifecycle lifecycle;

  DescribeEscalation(Climbs climbs, IncidentLifecycle lifecycle) {
    this.climbs = climbs;
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    IncidentFacts facts = lifecycle.facts(climbs.incident(Climbing.id(execution)));
    DelegateExecution instance = execution.getProcessInstance();
    instance.setVariable(EscalationVariables.TIER, facts.tier());
    instance.setVariable(
        EscalationVariables.PRIORITY, facts.priority() == null ? null : facts.priority().name());
  }
}
