package dev.baton.escalation.process;

import dev.baton.escalation.Climbs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Goes one rung up; at the top, begins it again. */
@Component
class ClimbOn implements JavaDelegate {

  private final Climbs climbs;

  ClimbOn(Climbs climbs) {
    this.climbs = climbs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = Climbing.id(execution, climbs);
    climbs.climb(id);
    execution
        .getProcessInstance()
        .setVariable(EscalationVariables.RUNG, climbs.standing(id).rung());
  }
}
