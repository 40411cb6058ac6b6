package dev.baton.major.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.major.MajorIncidentClosure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The incident was reopened: updates go on. */
@Component
@FormerBeanName("takeUpAgain")
class ContinueAfterReopening implements JavaDelegate {

  private final MajorIncidentClosure aftermath;

  ContinueAfterReopening(MajorIncidentClosure aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    aftermath.takeUpAgain(MajorFormInput.number(execution));
  }
}
