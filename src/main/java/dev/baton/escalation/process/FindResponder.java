package dev.baton.escalation.process;

import dev.baton.escalation.Climbs;
import dev.baton.escalation.RungSearch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds who answers on the rung, and tells that person. */
@Component
class FindResponder implements JavaDelegate {

  private final RungSearch rungs;
  private final Climbs climbs;

  FindResponder(RungSearch rungs, Climbs climbs) {
    this.rungs = rungs;
    this.climbs = climbs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RungSearch.Found search = rungs.find(Climbing.id(execution, climbs));
    DelegateExecution instance = execution.getProcessInstance();
    instance.setVariable(EscalationVariables.FOUND, search.found());
    instance.setVariable(EscalationVariables.DUE_AT, Climbing.date(search.dueAt()));
  }
}
