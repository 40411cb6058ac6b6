package dev.baton.notification.process;

import dev.baton.notification.Event;
import dev.baton.notification.TellOfIncident;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Listeners that announce what a step of the incident's flow did, one for each event. */
@Configuration
class Tellings {

  private final TellOfIncident incidents;

  Tellings(TellOfIncident incidents) {
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
    return execution -> tell(execution, Event.ON_HOLD);
  }

  /** Only where a reminder was decided. */
  @Bean
  ExecutionListener tellReminder() {
    return execution -> {
      if ("remind".equals(execution.getVariable(NotificationVariables.OUTCOME))) {
        tell(execution, Event.REMINDER);
      }
    };
  }

  @Bean
  ExecutionListener tellReopened() {
    return execution -> tell(execution, Event.REOPENED);
  }

  @Bean
  ExecutionListener tellClosed() {
    return execution -> tell(execution, Event.CLOSED);
  }

  @Bean
  ExecutionListener tellCancelled() {
    return execution -> tell(execution, Event.CANCELLED);
  }

  private void tell(DelegateExecution execution, Event event) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it did anything
    }
    incidents.tell(NotificationNumbers.incident(execution), event);
  }
}
