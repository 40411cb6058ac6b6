package dev.baton.sla.process;

import dev.baton.sla.Clocks;
import dev.baton.sla.WorkDeadline;
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

  private final Clocks clocks;

  ShowDeadline(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void notify(DelegateTask task) {
    WorkDeadline deadline = clocks.deadline(Numbers.incident(task.getExecution()));
    task.setDueDate(date(deadline.dueAt()));
    task.setFollowUpDate(date(deadline.breaksAt()));
    task.setPriority(task.getPriority() + deadline.pressure());
  }

  private static Date date(Instant at) {
    return at == null ? null : Date.from(at);
  }
}
