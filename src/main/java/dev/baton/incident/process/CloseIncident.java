package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the incident. */
@Component
class CloseIncident implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  CloseIncident(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycle.close(FormInput.number(execution));
  }
}
