package dev.baton.sla.process;

import dev.baton.sla.Clocks;
import dev.baton.sla.WorkDeadline;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Shows the earliest deadline on a new task, and makes it more urgent when one is at risk. */
@Component
class ShowDeadline implements TaskListener {

  private final Clocks clocks;

  ShowDeadline(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void notify(DelegateTask task) {
    WorkDeadline deadline = clocks.deadline(Numbers.incident(task.getExecution()));
    task.setDueDate(deadline.dueAt() == null ? null : Date.from(deadline.dueAt()));
    task.setPriority(task.getPriority() + deadline.pressure());
  }
}
