package dev.baton.sla.process;

import dev.baton.sla.ClockLifecycle;
import dev.baton.sla.TaskDeadline;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Shows the earliest deadline on a new task, and raises its priority if one is at risk. The
 * follow-up date is the next deadline that has not passed, so a filter can find what will be late.
 */
@Component
class ShowDeadline implements TaskListener {

  private final ClockLifecycle clocks;

  ShowDeadline(ClockLifecycle clocks) {
    this.clocks = clocks;
  }

  @Override
  public void notify(DelegateTask task) {
    TaskDeadline deadline = clocks.deadline(ClockFlowIds.incident(task.getExecution()));
    task.setDueDate(date(deadline.dueAt()));
    task.setFollowUpDate(date(deadline.breaksAt()));
    task.setPriority(task.getPriority() + deadline.pressure());
  }

  private static Date date(Instant at) {
    return at == null ? null : Date.from(at);
  }
}
