package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a resolved incident again. */
@Component
class Reopen implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  Reopen(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycle.reopen(Input.number(execution), Input.text(execution, "note"));
  }
}
