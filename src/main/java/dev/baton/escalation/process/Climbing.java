package dev.baton.escalation.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads what the flow of an escalation carries, and takes form input away from it. */
final class Climbing {

  private Climbing() {}

  static long id(VariableScope scope) {
    return ((Number) scope.getVariable(EscalationVariables.ESCALATION_ID)).longValue();
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
