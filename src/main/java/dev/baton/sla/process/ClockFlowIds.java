package dev.baton.sla.process;

import dev.baton.incident.IncidentNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Reads the incident number and the obligation id of an execution. */
final class ClockFlowIds {

  private ClockFlowIds() {}

  static IncidentNumber incident(DelegateExecution execution) {
    return new IncidentNumber(execution.getProcessBusinessKey());
  }

  static long obligation(VariableScope scope) {
    return ((Number) scope.getVariable(ClockVariables.OBLIGATION_ID)).longValue();
  }
}
