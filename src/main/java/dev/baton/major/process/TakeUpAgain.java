package dev.baton.major.process;

import dev.baton.major.Aftermath;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The incident was reopened: updates go on. */
@Component
class TakeUpAgain implements JavaDelegate {

  private final Aftermath aftermath;

  TakeUpAgain(Aftermath aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    aftermath.takeUpAgain(Input.number(execution));
  }
}
