package dev.baton.escalation.process;

import dev.baton.escalation.coverage.CoverageGapTask;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives the task to whoever leads, and lists the gaps in it. */
@Component
class OfferGap implements TaskListener {

  /** Below all work on incidents. */
  private static final int CAN_WAIT = 20;

  private final CoverageGapTask gaps;

  OfferGap(CoverageGapTask gaps) {
    this.gaps = gaps;
  }

  @Override
  public void notify(DelegateTask task) {
    CoverageGapTask.GapTaskDetails asked = gaps.of(CoverageVariables.place(task));
    task.addCandidateGroup(asked.group());
    task.setAssignee(asked.assignee());
    task.setPriority(CAN_WAIT);
    task.setDueDate(asked.due() == null ? null : Date.from(asked.due()));
    task.setDescription(asked.description());
  }
}
