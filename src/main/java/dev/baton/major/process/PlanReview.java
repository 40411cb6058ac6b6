package dev.baton.major.process;

import dev.baton.major.MajorIncidentClosure;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the review. */
@Component
class PlanReview implements JavaDelegate {

  private final MajorIncidentClosure aftermath;

  PlanReview(MajorIncidentClosure aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    aftermath.planReview(
        MajorFormInput.number(execution), MajorFormInput.setting(execution, "reviewDays"));
  }
}
