package dev.baton.notification.process;

import dev.baton.engine.UserTaskKind;
import dev.baton.engine.UserTaskListener;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.announcement.AnnounceIncident;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The listeners that announce what another step of the incident's flow did, one for each event. The
 * communication plan decides who is notified.
 */
@Configuration(proxyBeanMethods = false)
class TellListeners {

  private final AnnounceIncident incidents;

  TellListeners(AnnounceIncident incidents) {
    this.incidents = incidents;
  }

  /** Notifies only the assignee, and only if they did not take the task themselves. */
  @Bean
  TaskListener tellAssigned() {
    return task -> {
      if (task.getAssignee() != null) {
        incidents.tellAssigned(NotificationLookup.incident(task), task.getAssignee(), task.getId());
      }
    };
  }

  @Bean
  @Order(20)
  UserTaskListener assignmentTold() {
    Set<UserTaskKind> kinds =
        EnumSet.of(UserTaskKind.WORK, UserTaskKind.ASIDE, UserTaskKind.APPROVAL);
    return new UserTaskListener(
        TaskListener.EVENTNAME_ASSIGNMENT,
        description -> kinds.contains(description.kind()),
        tellAssigned());
  }

  @Bean
  ExecutionListener tellOnHold() {
    return execution -> announce(execution, NotificationEvent.ON_HOLD);
  }

  /** Only if a reminder was decided. */
  @Bean
  ExecutionListener tellReminder() {
    return execution -> {
      if ("remind".equals(execution.getVariable(NotificationVariables.OUTCOME))) {
        announce(execution, NotificationEvent.REMINDER);
      }
    };
  }

  @Bean
  ExecutionListener tellReopened() {
    return execution -> announce(execution, NotificationEvent.REOPENED);
  }

  @Bean
  ExecutionListener tellClosed() {
    return execution -> announce(execution, NotificationEvent.CLOSED);
  }

  @Bean
  ExecutionListener tellCancelled() {
    return execution -> announce(execution, NotificationEvent.CANCELLED);
  }

  private void announce(DelegateExecution execution, NotificationEvent event) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it did anything
    }
    incidents.tell(
        NotificationLookup.incident(execution),
        event,
        EventSteps.arrival(execution),
        NotificationLookup.reply(execution));
  }
}
