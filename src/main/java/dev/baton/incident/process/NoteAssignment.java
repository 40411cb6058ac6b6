package dev.baton.incident.process;

import dev.baton.engine.Flows;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.IncidentNumber;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Notes who took a task, or to whom it was given, on the incident. However somebody takes it, work
 * begins by the same step of the flow; in one that has none it is noted here.
 */
@Component
class NoteAssignment implements TaskListener {

  private static final String WORK_STARTED = "workStarted";

  private final IncidentLifecycle lifecycle;
  private final Flows flows;

  NoteAssignment(IncidentLifecycle lifecycle, Flows flows) {
    this.flows = flows;
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateTask task) {
    IncidentNumber number = FormInput.number(task);
    if (!lifecycle.assign(number, task.getAssignee())) {
      return;
    }
    String flow = task.getProcessInstanceId();
    if (flows.listensTo(flow, WORK_STARTED)) {
      flows.tell(flow, WORK_STARTED, Map.of());
    } else {
      lifecycle.start(number);
    }
  }
}
