package dev.baton.notification.process;

import dev.baton.engine.BusinessKey;
import dev.baton.incident.IncidentNumber;
import dev.baton.notification.FlowNotifications;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Finds the notification a step is about, among those of the incident in the flow's business key.
 */
@Component
class NotificationLookup {

  private final FlowNotifications messages;

  NotificationLookup(FlowNotifications messages) {
    this.messages = messages;
  }

  long notification(VariableScope scope) {
    return messages.notification(
        number(scope, NotificationVariables.NOTIFICATION_ID), BusinessKey.of(scope));
  }

  long announcement(VariableScope scope) {
    return messages.announcement(
        number(scope, NotificationVariables.ANNOUNCEMENT_ID), BusinessKey.of(scope));
  }

  /** The business key decides. Only a flow that has none yet is identified by its variable. */
  static IncidentNumber incident(VariableScope scope) {
    String key = BusinessKey.of(scope);
    return new IncidentNumber(
        key == null ? (String) scope.getVariable(NotificationVariables.INCIDENT_NUMBER) : key);
  }

  /** The reply that a person sent together with the act, in this transaction; null for none. */
  static Long reply(VariableScope scope) {
    return scope.getVariable(NotificationVariables.REPLY) instanceof Number id
        ? id.longValue()
        : null;
  }

  private static long number(VariableScope scope, String name) {
    return ((Number) scope.getVariable(name)).longValue();
  }
}
