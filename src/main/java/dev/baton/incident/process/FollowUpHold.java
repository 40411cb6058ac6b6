package dev.baton.incident.process;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.incident.HoldFollowUp;
import dev.baton.incident.ResolutionCode;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Decides what follows when the promised end of a hold is reached. */
@BuildingBlock(
    name = "Follow up on the hold",
    description =
        "Decides what follows when a hold reaches its expected end: remind, resume, or resolve"
            + " without a reply.",
    inputs = {
      @BlockInput(
          name = "reminders",
          label = "How many reminders",
          description = "A number, or CLIENT_SETTING for the client's own",
          value = "CLIENT_SETTING",
          choices = BlockChoices.NUMBER_OR_CLIENT_SETTING),
      @BlockInput(
          name = "amount",
          label = "Remind again after",
          description = "A number, or CLIENT_SETTING for the client's own",
          value = "CLIENT_SETTING",
          choices = BlockChoices.NUMBER_OR_CLIENT_SETTING),
      @BlockInput(
          name = "unit",
          label = "Unit of the pause",
          value = "CLIENT_SETTING",
          choices = BlockChoices.UNIT_OR_CLIENT_SETTING)
    },
    sets = {"outcome", "dueAt", "resolutionCode", "note"})
@Component
class FollowUpHold implements JavaDelegate {

  private final HoldFollowUp followUp;

  FollowUpHold(HoldFollowUp followUp) {
    this.followUp = followUp;
  }

  @Override
  public void execute(DelegateExecution execution) {
    HoldFollowUp.Decision decision =
        followUp.decide(
            FormInput.number(execution),
            WaitingTimeInput.number(execution, "reminders"),
            WaitingTimeInput.of(execution));
    switch (decision.next()) {
      case REMIND -> {
        StoredVariables.set(execution, IncidentVariables.OUTCOME, "remind");
        StoredVariables.set(execution, IncidentVariables.DUE_AT, Date.from(decision.until()));
      }
      case RESUME -> StoredVariables.set(execution, IncidentVariables.OUTCOME, "resume");
      case GIVE_UP -> {
        StoredVariables.set(execution, IncidentVariables.OUTCOME, "resolved");
        FormInput.pass(execution, "resolutionCode", ResolutionCode.NO_ANSWER.name());
        FormInput.pass(execution, "note", "The requester did not reply to the last reminder.");
      }
    }
  }
}
