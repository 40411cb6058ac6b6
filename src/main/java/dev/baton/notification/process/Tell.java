package dev.baton.notification.process;

import dev.baton.notification.Event;
import dev.baton.notification.TellOfIncident;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Announces the event that the step names; who hears of it says the communication plan. */
@Component
class Tell implements JavaDelegate {

  private final TellOfIncident incidents;

  Tell(TellOfIncident incidents) {
    this.incidents = incidents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    incidents.tell(
        NotificationNumbers.incident(execution),
        Event.valueOf((String) execution.getVariable(NotificationVariables.EVENT)));
  }
}
