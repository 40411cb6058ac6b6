package dev.baton.incident.process;

import dev.baton.incident.IncidentFacts;
import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the incident to another team. */
@Component
class Reassign implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  Reassign(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    hand(execution);
  }

  IncidentFacts hand(DelegateExecution execution) {
    IncidentFacts facts =
        lifecycle.handTo(
            FormInput.number(execution),
            FormInput.text(execution, "toTeam"),
            FormInput.text(execution, "toAssignee"),
            FormInput.text(execution, "note"));
    StoredVariables.set(execution, IncidentVariables.TEAM, facts.team());
    return facts;
  }
}
