package dev.baton.incident.process;

import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.incident.Hold;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentLifecycle;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the incident on hold, or prolongs a hold. */
@BuildingBlock(
    name = "Place on hold",
    description =
        "Puts the incident on hold or extends the hold, as the form says. Clocks pause if the"
            + " agreement says so.",
    needs = {"holdReason", "holdUntil", "note"},
    sets = {"holdReason", "dueAt"})
@BuildingBlock(
    id = "placeOnHoldFor",
    name = "Place on hold for a reason",
    description = "Puts the incident on hold for the reason set here, until the date on the form.",
    inputs =
        @BlockInput(
            name = "holdReason",
            label = "Waiting for",
            words = {"REQUESTER", "SUPPLIER", "PROBLEM", "CHANGE"}),
    needs = {"holdUntil", "note"},
    sets = {"holdReason", "dueAt"})
@Component
class PlaceOnHold implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  PlaceOnHold(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Hold hold =
        lifecycle.hold(
            FormInput.number(execution),
            FormInput.choice(execution, IncidentVariables.HOLD_REASON, HoldReason.class),
            FormInput.instant(execution, "holdUntil"),
            FormInput.text(execution, "note"));
    StoredVariables.set(execution, IncidentVariables.HOLD_REASON, hold.reason().name());
    StoredVariables.set(execution, IncidentVariables.DUE_AT, Date.from(hold.until()));
    StoredVariables.forget(execution, IncidentVariables.ANSWERED);
  }
}
