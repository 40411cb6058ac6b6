package dev.baton.major.process;

import dev.baton.major.MajorIncidentClosure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** It is no major incident after all. */
@Component
class StandDownMajor implements JavaDelegate {

  private final MajorIncidentClosure aftermath;

  StandDownMajor(MajorIncidentClosure aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    aftermath.standDown(MajorFormInput.number(execution), MajorFormInput.text(execution, "reason"));
  }
}
