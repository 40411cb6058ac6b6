package dev.baton.incident.process;

import dev.baton.engine.Flows;
import dev.baton.engine.OfferedTask;
import dev.baton.engine.UserTaskDescription;
import dev.baton.incident.IncidentFacts;
import dev.baton.incident.Priority;
import dev.baton.staff.TeamView;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Brings the task of an incident's work in line with the incident: whose queue, who, how urgent.
 */
@Component
class UpdateOpenTasks {

  private static final int SHOWN = 2_000;

  /** Between the priorities there is room for the pressure of deadlines. */
  private static final int STEP = 25;

  private final Flows flows;
  private final TaskService taskService;

  UpdateOpenTasks(Flows flows, TaskService taskService) {
    this.flows = flows;
    this.taskService = taskService;
  }

  /** For a task that is being created. */
  void offer(DelegateTask task, UserTaskDescription description, IncidentFacts facts) {
    task.addCandidateGroup(
        TeamView.groupOf(description.team() == null ? facts.team() : description.team()));
    task.setPriority(urgencyOf(facts.priority()));
    task.setDescription(description(facts));
    if (!description.followsIncident()) {
      return;
    }
    facts.helpers().forEach(task::addCandidateUser);
    if (facts.assignee() != null) {
      task.setAssignee(facts.assignee());
    }
  }

  /** For all tasks that the instance has open; those beside the main work keep their people. */
  void offer(String instanceId, IncidentFacts facts) {
    for (OfferedTask task : flows.offeredTasks(instanceId)) {
      int pressure = task.priority() % STEP; // of the clocks, which they look after
      taskService.setPriority(task.id(), urgencyOf(facts.priority()) + pressure);
      if (task.followsIncident()) {
        flows.offerTo(task, List.of(TeamView.groupOf(facts.team())));
        bringPersonInLine(task, facts);
      }
    }
  }

  /** Says anew who reported it and what. */
  void describe(String instanceId, IncidentFacts facts) {
    for (OfferedTask open : flows.offeredTasks(instanceId)) {
      Task task = taskService.createTaskQuery().taskId(open.id()).singleResult();
      task.setDescription(description(facts));
      taskService.saveTask(task);
    }
  }

  private void bringPersonInLine(OfferedTask task, IncidentFacts facts) {
    if (!Objects.equals(task.assignee(), facts.assignee())) {
      flows.assign(task, facts.assignee());
    }
  }

  private static int urgencyOf(Priority priority) {
    return switch (priority) {
      case P1 -> 100;
      case P2 -> 75;
      case P3 -> 50;
      case P4 -> 25;
    };
  }

  private static String description(IncidentFacts facts) {
    String reporter =
        "Reported by %s%s%s."
            .formatted(
                facts.requesterName(),
                facts.requesterPhone() == null ? "" : ", " + facts.requesterPhone(),
                facts.vip() ? " (VIP)" : "");
    if (facts.description() == null) {
      return reporter;
    }
    String text = facts.description();
    String shown =
        text.codePointCount(0, text.length()) <= SHOWN
            ? text
            : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    return reporter + "\n\n" + shown;
  }
}
