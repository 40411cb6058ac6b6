package dev.baton.major.process;

import dev.baton.major.RegularUpdates;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that an update is overdue, and tells the ladder. */
@Component
class NoteMissedUpdate implements JavaDelegate {

  private final RegularUpdates rounds;

  NoteMissedUpdate(RegularUpdates rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.missed(MajorFormInput.number(execution));
  }
}
