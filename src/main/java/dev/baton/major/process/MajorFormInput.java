package dev.baton.major.process;

import dev.baton.incident.IncidentNumber;
import dev.baton.major.ClusterKey;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/** Reads what a step is about, and takes away what was typed. */
final class MajorFormInput {

  private MajorFormInput() {}

  static IncidentNumber number(DelegateExecution execution) {
    return new IncidentNumber(execution.getProcessBusinessKey());
  }

  static ClusterKey cluster(VariableScope scope) {
    return ClusterKey.parse((String) scope.getVariable(MajorVariables.CLUSTER));
  }

  /** The text of the field, or null; the engine keeps nothing of it. */
  static String text(VariableScope scope, String field) {
    Object given = scope.getVariable(field);
    if (given != null || scope.hasVariable(field)) {
      scope.removeVariable(field);
    }
    return given == null || given.toString().isBlank() ? null : given.toString();
  }

  /** The number that the process owner set at this step. */
  static int setting(VariableScope scope, String name) {
    return Integer.parseInt(scope.getVariable(name).toString().strip());
  }

  /** The same; models drawn before the step had this input leave it out. */
  static int setting(VariableScope scope, String name, int otherwise) {
    return scope.hasVariable(name) ? setting(scope, name) : otherwise;
  }

  /** On the instance, written only when it changes. */
  static void keep(DelegateExecution execution, String name, Object value) {
    DelegateExecution instance = execution.getProcessInstance();
    if (!instance.hasVariable(name) || !Objects.equals(instance.getVariable(name), value)) {
      instance.setVariable(name, value);
    }
  }

  /** Lets the steps of this transaction see the value, and nobody after it. */
  static void pass(VariableScope scope, String name, Object value) {
    scope.setVariable(name, Variables.untypedValue(value, true));
  }
}
