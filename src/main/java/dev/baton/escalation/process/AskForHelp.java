package dev.baton.escalation.process;

import dev.baton.escalation.Escalations;
import dev.baton.web.validation.InvalidInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks for help up the ladder, as the agent wrote on the task of the incident. */
@Component
class AskForHelp implements JavaDelegate {

  private final Escalations escalations;

  AskForHelp(Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String note = EscalationExecution.taken(execution, "note");
    if (note == null) {
      throw new InvalidInput("note", "Say what help is needed.");
    }
    escalations.askForHelp(EscalationExecution.incident(execution), note);
  }
}
