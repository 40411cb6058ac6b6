package dev.baton.major.process;

import dev.baton.major.RegularUpdates;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets the time until which an update is owed; it is missed strictly after that. */
@Component
class AskForUpdate implements JavaDelegate {

  private final RegularUpdates rounds;

  AskForUpdate(RegularUpdates rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Instant due = rounds.nextDue(MajorFormInput.number(execution));
    MajorFormInput.keep(execution, MajorVariables.DUE_AT, Date.from(due.plusMillis(1)));
  }
}
