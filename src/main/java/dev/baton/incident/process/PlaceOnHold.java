package dev.baton.incident.process;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.incident.Hold;
import dev.baton.incident.HoldFollowUp;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.IncidentNumber;
import java.time.Instant;
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
    inputs = {
      @BlockInput(
          name = "amount",
          label = "Without a date, until after",
          description = "A number, or CLIENT_SETTING for the client's own",
          value = "CLIENT_SETTING",
          choices = BlockChoices.NUMBER_OR_CLIENT_SETTING),
      @BlockInput(
          name = "unit",
          label = "Unit",
          value = "CLIENT_SETTING",
          choices = BlockChoices.UNIT_OR_CLIENT_SETTING)
    },
    needs = {"holdReason", "holdUntil", "note"},
    sets = {"holdReason", "dueAt"})
@BuildingBlock(
    id = "placeOnHoldFor",
    name = "Place on hold for a reason",
    description = "Puts the incident on hold for the reason set here, until the date on the form.",
    inputs = {
      @BlockInput(
          name = "holdReason",
          label = "Waiting for",
          words = {"REQUESTER", "SUPPLIER", "PROBLEM", "CHANGE"}),
      @BlockInput(
          name = "amount",
          label = "Without a date, until after",
          description = "A number, or CLIENT_SETTING for the client's own",
          value = "CLIENT_SETTING",
          choices = BlockChoices.NUMBER_OR_CLIENT_SETTING),
      @BlockInput(
          name = "unit",
          label = "Unit",
          value = "CLIENT_SETTING",
          choices = BlockChoices.UNIT_OR_CLIENT_SETTING)
    },
    needs = {"holdUntil", "note"},
    sets = {"holdReason", "dueAt"})
@Component
class PlaceOnHold implements JavaDelegate {

  private final IncidentLifecycle lifecycle;
  private final HoldFollowUp followUp;

  PlaceOnHold(IncidentLifecycle lifecycle, HoldFollowUp followUp) {
    this.lifecycle = lifecycle;
    this.followUp = followUp;
  }

  @Override
  public void execute(DelegateExecution execution) {
    IncidentNumber number = FormInput.number(execution);
    Instant named = FormInput.instant(execution, "holdUntil");
    Hold hold =
        lifecycle.hold(
            number,
            FormInput.choice(execution, IncidentVariables.HOLD_REASON, HoldReason.class),
            named == null ? followUp.nextLook(number, WaitingTimeInput.of(execution)) : named,
            FormInput.text(execution, "note"));
    StoredVariables.set(execution, IncidentVariables.HOLD_REASON, hold.reason().name());
    StoredVariables.set(execution, IncidentVariables.DUE_AT, Date.from(hold.until()));
    StoredVariables.forget(execution, IncidentVariables.ANSWERED);
  }
}
