package dev.baton.major.process;

import dev.baton.major.RegularUpdates;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out whether an update is owed, and when to ask for it. */
@Component
class PlanNextUpdate implements JavaDelegate {

  private final RegularUpdates rounds;

  PlanNextUpdate(RegularUpdates rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Instant askAt = rounds.nextRound(MajorFormInput.number(execution)).orElse(null);
    MajorFormInput.keep(
        execution, MajorVariables.OUTCOME, askAt == null ? "resolved" : "unresolved");
    MajorFormInput.keep(execution, MajorVariables.DUE_AT, askAt == null ? null : Date.from(askAt));
  }
}
