package dev.baton.notification.process;

import dev.baton.incident.IncidentNumber;
import dev.baton.notification.MessagesOfFlow;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Which message a step is about: one of the incident that the flow's business key names. */
@Component
class NotificationNumbers {

  private final MessagesOfFlow messages;

  NotificationNumbers(MessagesOfFlow messages) {
    this.messages = messages;
  }

  long notification(VariableScope scope) {
    return messages.notification(
        number(scope, NotificationVariables.NOTIFICATION_ID), businessKey(scope));
  }

  long announcement(VariableScope scope) {
    return messages.announcement(
        number(scope, NotificationVariables.ANNOUNCEMENT_ID), businessKey(scope));
  }

  /** The business key decides; only a flow that has none yet is known by its variable. */
  static IncidentNumber incident(VariableScope scope) {
    String key = businessKey(scope);
    return new IncidentNumber(
        key == null ? (String) scope.getVariable(NotificationVariables.INCIDENT_NUMBER) : key);
  }

  private static String businessKey(VariableScope scope) {
    return scope instanceof DelegateTask task
        ? task.getExecution().getProcessBusinessKey()
        : ((DelegateExecution) scope).getProcessBusinessKey();
  }

  private static long number(VariableScope scope, String name) {
    return ((Number) scope.getVariable(name)).longValue();
  }
}
