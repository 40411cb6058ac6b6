package dev.baton.major.process;

import dev.baton.major.Aftermath;
import dev.baton.major.ReviewText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores the review and the actions that follow from it. */
@Component
class RecordReview implements JavaDelegate {

  private final Aftermath aftermath;

  RecordReview(Aftermath aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ReviewText text =
        new ReviewText(
            Input.text(execution, "summary"),
            Input.text(execution, "cause"),
            Input.text(execution, "wentWell"),
            Input.text(execution, "wentBadly"));
    aftermath.review(Input.number(execution), text, Input.text(execution, "actions"));
  }
}
