package dev.baton.major.process;

import dev.baton.major.RegularUpdates;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends out what the lead wrote. */
@Component
class RecordUpdate implements JavaDelegate {

  private final RegularUpdates rounds;

  RecordUpdate(RegularUpdates rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    rounds.send(
        MajorFormInput.number(execution),
        MajorFormInput.text(execution, "clientText"),
        MajorFormInput.text(execution, "internalText"));
  }
}
