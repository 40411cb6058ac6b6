package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Passes the incident to the second-line team that the routing table chose. */
@Component
class PassToSecondLine implements ExecutionListener {

  private final IncidentLifecycle lifecycle;

  PassToSecondLine(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it decided
    }
    lifecycle.passToSecondLine(
        FormInput.number(execution),
        RecordRoute.decided(execution),
        FormInput.text(execution, "note"));
    StoredVariables.set(execution, IncidentVariables.AT_SECOND_LINE, true);
  }
}
