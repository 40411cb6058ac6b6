package dev.baton.incident.process;

import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.WorkingTimeUnit;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Computes when the wait that follows is over, from the inputs {@code amount} and {@code unit}.
 * Timer, task and mail read that one instant.
 */
@BuildingBlock(
    name = "Compute a due date",
    description =
        "Computes when the wait that follows is over, in the client's calendar. After a resolution"
            + " it is also when the incident closes.",
    inputs = {
      @BlockInput(name = "amount", label = "How many", value = "2"),
      @BlockInput(
          name = "unit",
          label = "Of what",
          value = "WORKING_DAYS",
          words = {"WORKING_HOURS", "WORKING_DAYS", "CALENDAR_DAYS", "END_OF_DAY"})
    },
    sets = "dueAt")
@Component
class ComputeDueDate implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  ComputeDueDate(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    int amount = FormInput.wholeNumber(execution, "amount");
    WorkingTimeUnit unit = FormInput.choice(execution, "unit", WorkingTimeUnit.class);
    if (unit == null) {
      throw new InvalidInput("unit", LocalizableText.of("refused.waiting.noUnit"));
    }
    Instant due = lifecycle.due(FormInput.number(execution), amount, unit);
    execution.getProcessInstance().setVariable(IncidentVariables.DUE_AT, Date.from(due));
  }
}
