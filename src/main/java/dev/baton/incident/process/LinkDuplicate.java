package dev.baton.incident.process;

import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Links the incident to the one it repeats. */
@Component
class LinkDuplicate implements JavaDelegate {

  private final IncidentLifecycle lifecycle;

  LinkDuplicate(IncidentLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycle.linkDuplicate(FormInput.number(execution), FormInput.text(execution, "duplicateOf"));
  }
}
