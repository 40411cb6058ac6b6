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
    boolean awaited = lifecycle.noteReply(Input.number(execution));
    Input.pass(execution, "isAwaited", awaited);
    if (awaited) {
      Kept.set(execution, IncidentVariables.ANSWERED, true);
    }
  }
}
