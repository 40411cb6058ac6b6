package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the requester wrote, and whether the flow waits for it. */
@Component
class NoteReply implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  NoteReply(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean awaited = lifecycle.noteReply(FormInput.number(execution));
    FormInput.pass(execution, "isAwaited", awaited);
    if (awaited) {
      StoredVariables.set(execution, IncidentVariables.ANSWERED, true);
    }
  }
}
