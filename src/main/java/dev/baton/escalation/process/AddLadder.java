package dev.baton.escalation.process;

import dev.baton.escalation.EscalationLifecycle;
import dev.baton.escalation.Trigger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Adds the rungs of another trigger to the open escalation. */
@Component
class AddLadder implements ExecutionListener {

  private final EscalationLifecycle escalationLifecycle;

  AddLadder(EscalationLifecycle escalationLifecycle) {
    this.escalationLifecycle = escalationLifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it decided
    }
    long id = EscalationExecution.id(execution, escalationLifecycle);
    escalationLifecycle.add(
        id,
        Trigger.valueOf((String) execution.getVariable(EscalationVariables.TRIGGER)),
        LadderResult.of(execution));
    DelegateExecution instance = execution.getProcessInstance();
    instance.removeVariable(EscalationVariables.NEW_TRIGGER);
    instance.removeVariable(EscalationVariables.NEW_MILESTONE);
    instance.setVariable(EscalationVariables.RUNG, escalationLifecycle.standing(id).rung());
  }
}
