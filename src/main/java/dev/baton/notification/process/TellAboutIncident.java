package dev.baton.notification.process;

import dev.baton.notification.NotificationEvent;
import dev.baton.notification.announcement.AnnounceIncident;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Announces the event that the step names; who hears of it says the communication plan. */
@Component("tell")
class TellAboutIncident implements JavaDelegate {

  private final AnnounceIncident incidents;

  TellAboutIncident(AnnounceIncident incidents) {
    this.incidents = incidents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    incidents.tell(
        NotificationNumbers.incident(execution),
        NotificationEvent.valueOf((String) execution.getVariable(NotificationVariables.EVENT)));
  }
}
