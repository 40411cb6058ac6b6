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
    lay(lifecycle.facts(FormInput.number(execution)), execution);
  }

  static void lay(IncidentFacts facts, DelegateExecution execution) {
    FormInput.pass(execution, "impact", facts.impact().name());
    FormInput.pass(execution, "urgency", facts.urgency().name());
    FormInput.pass(execution, "vip", facts.vip());
    FormInput.pass(execution, "category", facts.category());
    FormInput.pass(execution, "service", facts.service());
    FormInput.pass(execution, "requestedTeam", facts.requestedTeam());
    StoredVariables.set(execution, IncidentVariables.TIER, facts.tier());
    StoredVariables.set(execution, IncidentVariables.CLIENT, facts.client());
    StoredVariables.set(
        execution, IncidentVariables.SUBJECT, StoredVariables.shortened(facts.subject()));
    StoredVariables.set(execution, IncidentVariables.AT_SECOND_LINE, facts.secondLine());
    if (facts.reply() != null) {
      StoredVariables.set(
          execution, IncidentVariables.CLIENT_REPLY, ShowClientReply.words(facts.reply()));
    }
  }
}
