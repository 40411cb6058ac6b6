package dev.baton.escalation.process;

import dev.baton.escalation.EscalationLifecycle;
import dev.baton.escalation.Trigger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Records the rungs of the trigger that started the escalation. */
@Component
class RecordLadder implements ExecutionListener {

  private final EscalationLifecycle escalationLifecycle;

  RecordLadder(EscalationLifecycle escalationLifecycle) {
    this.escalationLifecycle = escalationLifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it decided
    }
    long id = EscalationExecution.id(execution, escalationLifecycle);
    boolean isClimbed =
        escalationLifecycle.read(
            id,
            Trigger.valueOf((String) execution.getVariable(EscalationVariables.TRIGGER)),
            LadderResult.of(execution));
    DelegateExecution instance = execution.getProcessInstance();
    instance.setVariable(EscalationVariables.CLIMBED, isClimbed);
    instance.setVariable(EscalationVariables.RUNG, escalationLifecycle.standing(id).rung());
  }
}
