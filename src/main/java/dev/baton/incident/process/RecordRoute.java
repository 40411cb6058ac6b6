package dev.baton.incident.process;

import dev.baton.incident.IncidentFacts;
import dev.baton.incident.IncidentLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Records where the routing table sends the incident, and offers open work there. */
@Component
class RecordRoute implements ExecutionListener {

  private final IncidentLifecycle lifecycle;
  private final UpdateOpenTasks openWork;

  RecordRoute(IncidentLifecycle lifecycle, UpdateOpenTasks openWork) {
    this.lifecycle = lifecycle;
    this.openWork = openWork;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it decided
    }
    IncidentFacts facts = lifecycle.route(FormInput.number(execution), decided(execution));
    openWork.offer(execution.getProcessInstanceId(), facts);
  }

  static String decided(DelegateExecution execution) {
    Object team = execution.getVariable(IncidentVariables.TEAM);
    if (team == null) {
      throw new NoDecisionResultException("routing.dmn has no rule for this incident.");
    }
    return team.toString();
  }
}
