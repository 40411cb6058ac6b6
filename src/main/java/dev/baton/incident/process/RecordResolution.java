package dev.baton.incident.process;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.ResolutionCode;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records how the incident was resolved, and when it closes if nobody objects. */
@BuildingBlock(
    name = "Record the resolution",
    description = "Records how the incident was resolved, and when it closes if nobody objects.",
    inputs = {
      @BlockInput(
          name = "amount",
          label = "Close after",
          description = "A number, or CLIENT_SETTING for the client's own",
          value = "CLIENT_SETTING",
          choices = BlockChoices.NUMBER_OR_CLIENT_SETTING),
      @BlockInput(
          name = "unit",
          label = "Unit",
          value = "CLIENT_SETTING",
          choices = BlockChoices.UNIT_OR_CLIENT_SETTING)
    },
    needs = {"resolutionCode", "note"},
    sets = {"dueAt"})
@Component
class RecordResolution implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  RecordResolution(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Instant closes =
        lifecycle.resolve(
            FormInput.number(execution),
            FormInput.choice(execution, "resolutionCode", ResolutionCode.class),
            FormInput.text(execution, "note"),
            (String) execution.getVariable(IncidentVariables.RESOLVED_BY),
            WaitingTimeInput.of(execution));
    StoredVariables.forget(execution, IncidentVariables.RESOLVED_BY);
    StoredVariables.set(execution, IncidentVariables.DUE_AT, Date.from(closes));
    StoredVariables.forget(execution, IncidentVariables.ANSWERED);
  }
}
