package dev.baton.incident.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.incident.assignment.AssignIncidents;
import dev.baton.incident.assignment.AssignmentPolicy;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Gives the incident to a person by the policy that the assignment table chose. */
@Component
@FormerBeanName("chooseWho")
class ChooseAssignee implements ExecutionListener {

  private final AssignIncidents assign;

  ChooseAssignee(AssignIncidents assign) {
    this.assign = assign;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it decided
    }
    String policy = FormInput.text(execution, "policy");
    if (policy == null) {
      throw new NoDecisionResultException("assignment.dmn has no rule for this incident.");
    }
    assign.choose(FormInput.number(execution), AssignmentPolicy.parse(policy));
  }
}
