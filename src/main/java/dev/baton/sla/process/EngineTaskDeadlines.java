package dev.baton.sla.process;

import dev.baton.engine.TrustedEngineAccess;
import dev.baton.engine.UserTaskDescriptions;
import dev.baton.engine.UserTaskKind;
import dev.baton.incident.IncidentNumber;
import dev.baton.sla.TaskDeadline;
import dev.baton.sla.TaskDeadlines;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Updates the due date and priority of an incident's open task from its clocks. */
@Component
class EngineTaskDeadlines implements TaskDeadlines {

  /** Task priorities are multiples of this; the remainder is what the clocks added. */
  private static final int STEP = 25;

  private final TaskService taskService;
  private final TrustedEngineAccess trust;
  private final UserTaskDescriptions descriptions;

  EngineTaskDeadlines(
      TaskService taskService, TrustedEngineAccess trust, UserTaskDescriptions descriptions) {
    this.taskService = taskService;
    this.trust = trust;
    this.descriptions = descriptions;
  }

  @Override
  public void show(IncidentNumber number, TaskDeadline deadline) {
    trust.trusted(
        () -> {
          taskService.createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
              .filter(task -> descriptions.of(task).is(UserTaskKind.WORK))
              .forEach(task -> show(task, deadline));
          return null;
        });
  }

  private void show(Task task, TaskDeadline deadline) {
    Date due = date(deadline.dueAt());
    Date breaks = date(deadline.breaksAt());
    int priority = task.getPriority() / STEP * STEP + deadline.pressure();
    if (priority != task.getPriority()
        || !sameInstant(due, task.getDueDate())
        || !sameInstant(breaks, task.getFollowUpDate())) {
      task.setDueDate(due);
      task.setFollowUpDate(breaks);
      task.setPriority(priority);
      taskService.saveTask(task);
    }
  }

  private static Date date(Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static boolean sameInstant(Date one, Date other) {
    return Objects.equals(
        one == null ? null : one.toInstant(), other == null ? null : other.toInstant());
  }
}
