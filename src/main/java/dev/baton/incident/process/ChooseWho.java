package dev.baton.incident.process;

import dev.baton.incident.AssignIncidents;
import dev.baton.incident.AssignmentPolicy;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Gives the incident to a person by the policy that the assignment table chose. */
@Component
class ChooseWho implements ExecutionListener {

  private final AssignIncidents assign;

  ChooseWho(AssignIncidents assign) {
    this.assign = assign;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it decided
    }
    String policy = Input.text(execution, "policy");
    if (policy == null) {
      throw new UndecidedException("assignment.dmn has no rule for this incident.");
    }
    assign.choose(Input.number(execution), AssignmentPolicy.parse(policy));
  }
}
