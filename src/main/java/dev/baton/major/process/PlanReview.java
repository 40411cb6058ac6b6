package dev.baton.major.process;

import dev.baton.major.Aftermath;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the review. */
@Component
class PlanReview implements JavaDelegate {

  private final Aftermath aftermath;

  PlanReview(Aftermath aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    aftermath.planReview(Input.number(execution), Input.setting(execution, "reviewDays"));
  }
}
