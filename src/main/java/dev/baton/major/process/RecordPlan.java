package dev.baton.major.process;

import dev.baton.major.RegularUpdates;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Records how often the communication plan wants an update, and who is to hear. */
@Component
class RecordPlan implements ExecutionListener {

  private final RegularUpdates rounds;

  RecordPlan(RegularUpdates rounds) {
    this.rounds = rounds;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it decided
    }
    DmnDecisionResult decided = (DmnDecisionResult) execution.getVariable("decisionResult");
    if (decided == null || decided.isEmpty()) {
      throw new IllegalStateException("communication-plan.dmn has no rule for this incident.");
    }
    DmnDecisionResultEntries plan = decided.getSingleResult();
    Number minutes = plan.getEntry("updateEveryMinutes");
    if (minutes == null) {
      throw new IllegalStateException(
          "communication-plan.dmn does not say how often to send updates on a major incident.");
    }
    String audience = plan.getEntry("audience");
    rounds.plan(MajorFormInput.number(execution), minutes.intValue(), audience);
    MajorFormInput.keep(execution, MajorVariables.AUDIENCE, audience);
  }
}
