package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Notes who took a task, or to whom it was given, on the incident. */
@Component
class NoteAssignment implements TaskListener {

  private final IncidentLifecycle lifecycle;

  NoteAssignment(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateTask task) {
    lifecycle.assign(Input.number(task), task.getAssignee());
  }
}
