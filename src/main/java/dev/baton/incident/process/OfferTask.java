package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Offers a new task to the incident's team, and to the person who is on it. It begins without an
 * outcome: that of the task before has led here and would stand preselected in the form.
 */
@Component
class OfferTask implements TaskListener {

  private final IncidentLifecycle lifecycle;
  private final OpenWork openWork;

  OfferTask(IncidentLifecycle lifecycle, OpenWork openWork) {
    this.lifecycle = lifecycle;
    this.openWork = openWork;
  }

  @Override
  public void notify(DelegateTask task) {
    task.removeVariable(IncidentVariables.OUTCOME);
    openWork.offer(task, lifecycle.facts(Input.number(task)));
  }
}
