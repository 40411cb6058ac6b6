package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.Priority;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Records what the priority table decided. */
@Component
class RecordPriority implements ExecutionListener {

  private final IncidentLifecycle lifecycle;

  RecordPriority(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it decided
    }
    Object decided = execution.getVariable(IncidentVariables.PRIORITY);
    if (decided == null) {
      throw new NoDecisionResultException("priority.dmn has no rule for this incident.");
    }
    lifecycle.prioritise(FormInput.number(execution), Priority.valueOf(decided.toString()));
  }
}
