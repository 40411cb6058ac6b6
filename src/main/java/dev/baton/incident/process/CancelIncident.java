package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Cancels the incident. */
@Component
class CancelIncident implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  CancelIncident(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycle.cancel(FormInput.number(execution), FormInput.text(execution, "note"));
  }
}
