package dev.baton.major.process;

import dev.baton.major.UpdateRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that an update is overdue, and tells the ladder. */
@Component
class NoteMissedUpdate implements JavaDelegate {

  private final UpdateRounds rounds;

  NoteMissedUpdate(UpdateRounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.missed(Input.number(execution));
  }
}
