package dev.baton.desk.web.incident;

import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import dev.baton.incident.search.IncidentQueries;
import dev.baton.incident.search.IncidentSqlFilter;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.task.IncidentTask;
import dev.baton.incident.task.IncidentTasks;
import dev.baton.sla.UrgentObligations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a person of the desk does next: a task that the same incident still has for them, and their
 * incident that is due first.
 */
@Component
class NextWork {

  private static final Set<Status> AT_WORK = Set.of(Status.ASSIGNED, Status.IN_PROGRESS);

  private final IncidentQueries finder;
  private final IncidentSummaries incidents;
  private final IncidentTasks tasks;
  private final TaskPanels panels;

  NextWork(
      IncidentQueries finder, IncidentSummaries incidents, IncidentTasks tasks, TaskPanels panels) {
    this.finder = finder;
    this.incidents = incidents;
    this.tasks = tasks;
    this.panels = panels;
  }

  /**
   * Work to go on with.
   *
   * @param task the engine's id of the task to open; null if there is none
   * @param inTasklist whether it is a task that only Tasklist opens: the page shows its actions
   */
  record Step(String number, String title, String task, boolean inTasklist) {}

  /**
   * The task of this incident that is open for the visitor and asks for a form of its own; or else
   * where its work stands now.
   */
  Optional<Step> hereFor(IncidentNumber number, Visitor visitor) {
    return panels.of(number, visitor).stream()
        .filter(panel -> panel.refusal() == null)
        .findFirst()
        .map(panel -> new Step(number.value(), panel.name(), panel.id(), false))
        .or(() -> visitor.isOfClient() ? Optional.empty() : mainTask(number, visitor));
  }

  /** The visitor's other incident that is due first. */
  Optional<Step> elsewhereFor(IncidentNumber number, Visitor visitor) {
    if (visitor.isOfClient()) {
      return Optional.empty();
    }
    IncidentSqlFilter mine = new IncidentSqlFilter();
    UrgentObligations.joinFirstDeadlines(mine);
    mine.in(AT_WORK)
        .where("i.assignee = ?", visitor.caller().login())
        .where("i.number <> ?", number.value())
        .orderBy("d.due_at is null, d.due_at, i.id");
    List<Long> first = finder.first(mine, 1);
    return incidents.byId(first).values().stream()
        .findFirst()
        .map(
            incident ->
                new Step(
                    incident.number(),
                    incident.subject(),
                    mainTask(new IncidentNumber(incident.number()), visitor)
                        .map(Step::task)
                        .orElse(null),
                    false));
  }

  private Optional<Step> mainTask(IncidentNumber number, Visitor visitor) {
    return tasks.of(number).stream()
        .filter(IncidentTask::followsIncident)
        .findFirst()
        .map(task -> new Step(number.value(), task.name(visitor.locale()), task.id(), true));
  }
}
