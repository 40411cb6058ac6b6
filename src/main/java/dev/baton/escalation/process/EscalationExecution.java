package dev.baton.escalation.process;

import dev.baton.engine.BusinessKey;
import dev.baton.escalation.EscalationLifecycle;
import dev.baton.incident.IncidentNumber;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads what the flow of an escalation carries, and takes form input away from it. */
final class EscalationExecution {

  private EscalationExecution() {}

  /** One of the incident that the flow's business key names. */
  static long id(VariableScope scope, EscalationLifecycle escalationLifecycle) {
    long id = ((Number) scope.getVariable(EscalationVariables.ESCALATION_ID)).longValue();
    escalationLifecycle.checkIsOf(id, incident(scope));
    return id;
  }

  /** The business key decides, whatever a form or a variable says. */
  static IncidentNumber incident(VariableScope scope) {
    return new IncidentNumber(BusinessKey.of(scope));
  }

  static Date date(Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  /** The text of the field, or null; the engine keeps nothing of it. */
  static String taken(VariableScope scope, String field) {
    Object given = scope.getVariable(field);
    if (given != null || scope.hasVariable(field)) {
      scope.removeVariable(field);
    }
    return given == null || given.toString().isBlank() ? null : given.toString().strip();
  }
}
