package dev.baton.notification.process;

import dev.baton.notification.NotificationEvent;
import dev.baton.notification.announcement.AnnounceIncident;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Listeners that announce what a step of the incident's flow did, one for each event. */
@Configuration
class TellListeners {

  private final AnnounceIncident incidents;

  TellListeners(AnnounceIncident incidents) {
    this.incidents = incidents;
  }

  /** Only the person who is given it, and did not take it. */
  @Bean
  TaskListener tellAssigned() {
    return task -> {
      if (task.getAssignee() != null) {
        incidents.tellAssigned(
            NotificationNumbers.incident(task), task.getAssignee(), task.getId());
      }
    };
  }

  @Bean
  ExecutionListener tellOnHold() {
    return execution -> tell(execution, NotificationEvent.ON_HOLD);
  }

  /** Only where a reminder was decided. */
  @Bean
  ExecutionListener tellReminder() {
    return execution -> {
      if ("remind".equals(execution.getVariable(NotificationVariables.OUTCOME))) {
        tell(execution, NotificationEvent.REMINDER);
      }
    };
  }

  @Bean
  ExecutionListener tellReopened() {
    return execution -> tell(execution, NotificationEvent.REOPENED);
  }

  @Bean
  ExecutionListener tellClosed() {
    return execution -> tell(execution, NotificationEvent.CLOSED);
  }

  @Bean
  ExecutionListener tellCancelled() {
    return execution -> tell(execution, NotificationEvent.CANCELLED);
  }

  private void tell(DelegateExecution execution, NotificationEvent event) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it did anything
    }
    incidents.tell(NotificationNumbers.incident(execution), event);
  }
}
