package dev.baton.major.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.major.MajorIncidentClosure;
import dev.baton.major.ReviewText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores the review and the actions that follow from it. */
@BuildingBlock(
    name = "Record the review",
    description = "Stores the review and the actions that follow from it.",
    needs = {"summary", "cause", "wentWell", "wentBadly", "actions"})
@Component
class RecordReview implements JavaDelegate {

  private final MajorIncidentClosure aftermath;

  RecordReview(MajorIncidentClosure aftermath) {
    this.aftermath = aftermath;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ReviewText text =
        new ReviewText(
            MajorFormInput.text(execution, "summary"),
            MajorFormInput.text(execution, "cause"),
            MajorFormInput.text(execution, "wentWell"),
            MajorFormInput.text(execution, "wentBadly"));
    aftermath.review(
        MajorFormInput.number(execution), text, MajorFormInput.text(execution, "actions"));
  }
}
