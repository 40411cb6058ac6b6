package dev.baton.major.process;

import dev.baton.major.Aftermath;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** It is no major incident after all. */
@Component
class StandDownMajor implements JavaDelegate {

  private final Aftermath aftermath;

  StandDownMajor(Aftermath aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    aftermath.standDown(Input.number(execution), Input.text(execution, "reason"));
  }
}
