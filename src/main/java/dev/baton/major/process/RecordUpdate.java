package dev.baton.major.process;

import dev.baton.major.UpdateRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends out what the lead wrote. */
@Component
class RecordUpdate implements JavaDelegate {

  private final UpdateRounds rounds;

  RecordUpdate(UpdateRounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.send(
        Input.number(execution),
        Input.text(execution, "clientText"),
        Input.text(execution, "internalText"));
  }
}
