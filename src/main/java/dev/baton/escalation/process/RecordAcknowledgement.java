package dev.baton.escalation.process;

import dev.baton.escalation.EscalationLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records who answered, and until when a decision is awaited. */
@Component
class RecordAcknowledgement implements JavaDelegate {

  private final EscalationLifecycle climbs;

  RecordAcknowledgement(EscalationLifecycle climbs) {
    this.climbs = climbs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution
        .getProcessInstance()
        .setVariable(
            EscalationVariables.DUE_AT,
            EscalationExecution.date(
                climbs.acknowledge(EscalationExecution.id(execution, climbs))));
  }
}
