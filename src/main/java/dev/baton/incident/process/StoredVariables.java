package dev.baton.incident.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Variables that the engine keeps; written only when they change. */
final class StoredVariables {

  private static final int CARD = 120;

  private StoredVariables() {}

  static void set(VariableScope scope, String name, Object value) {
    if (!scope.hasVariable(name) || !Objects.equals(scope.getVariable(name), value)) {
      scope.setVariable(name, value);
    }
  }

  /** Takes away what is there. */
  static void forget(VariableScope scope, String name) {
    if (scope.hasVariable(name)) {
      scope.removeVariable(name);
    }
  }

  /** As much of the text as a task's card shows. */
  static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= CARD) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, CARD - 1)) + "…";
  }
}
