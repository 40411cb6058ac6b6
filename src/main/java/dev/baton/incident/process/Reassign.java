package dev.baton.incident.process;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.incident.IncidentFacts;
import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the incident to another team. */
@BuildingBlock(
    name = "Hand to the new team",
    description =
        "Hands the incident to the team on the form. Lead the flow to \"Choose an assignee\" next.",
    needs = {"toTeam", "toAssignee", "note"},
    sets = {"team"})
@BuildingBlock(
    id = "handToTeam",
    name = "Hand to a team",
    description =
        "Hands the incident to the team set here. Lead the flow to \"Choose an assignee\" next.",
    inputs = @BlockInput(name = "toTeam", label = "Team", choices = BlockChoices.TEAMS),
    needs = {"toAssignee", "note"},
    sets = {"team"})
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
