package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that work began. */
@Component
class StartWork implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  StartWork(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycle.start(FormInput.number(execution));
  }
}
