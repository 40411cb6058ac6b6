package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import dev.baton.web.validation.InvalidInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a resolved incident again. */
@Component
class Reopen implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  Reopen(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String note = FormInput.text(execution, "note");
    if (note == null && "rejected".equals(execution.getVariable(IncidentVariables.OUTCOME))) {
      throw new InvalidInput("note", "Say what is still wrong.");
    }
    lifecycle.reopen(FormInput.number(execution), note);
  }
}
