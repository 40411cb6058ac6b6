package dev.baton.escalation.process;

import dev.baton.escalation.EscalationLifecycle;
import dev.baton.escalation.ResponderLookup;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds who answers on the rung, and tells that person. */
@Component
class FindResponder implements JavaDelegate {

  private final ResponderLookup rungs;
  private final EscalationLifecycle climbs;

  FindResponder(ResponderLookup rungs, EscalationLifecycle climbs) {
    this.rungs = rungs;
    this.climbs = climbs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ResponderLookup.Found search = rungs.find(EscalationExecution.id(execution, climbs));
    DelegateExecution instance = execution.getProcessInstance();
    instance.setVariable(EscalationVariables.FOUND, search.found());
    instance.setVariable(EscalationVariables.DUE_AT, EscalationExecution.date(search.dueAt()));
  }
}
