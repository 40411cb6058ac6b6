package dev.baton.incident.process;

import dev.baton.incident.IncidentFacts;
import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lays the facts of the incident before a decision table. */
@Component
class DescribeIncident implements ExecutionListener {

  private final IncidentLifecycle lifecycle;

  DescribeIncident(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    lay(lifecycle.facts(Input.number(execution)), execution);
  }

  static void lay(IncidentFacts facts, DelegateExecution execution) {
    Input.pass(execution, "impact", facts.impact().name());
    Input.pass(execution, "urgency", facts.urgency().name());
    Input.pass(execution, "vip", facts.vip());
    Input.pass(execution, "category", facts.category());
    Input.pass(execution, "service", facts.service());
    Input.pass(execution, "requestedTeam", facts.requestedTeam());
    Kept.set(execution, IncidentVariables.TIER, facts.tier());
    Kept.set(execution, IncidentVariables.CLIENT, facts.client());
    Kept.set(execution, IncidentVariables.SUBJECT, Kept.shortened(facts.subject()));
    Kept.set(execution, IncidentVariables.AT_SECOND_LINE, facts.secondLine());
  }
}
