package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the hold; work goes on. */
@Component
class ResumeWork implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  ResumeWork(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycle.resume(FormInput.number(execution), FormInput.text(execution, "note"));
  }
}
