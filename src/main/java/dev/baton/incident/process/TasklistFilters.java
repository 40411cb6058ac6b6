package dev.baton.incident.process;

import dev.baton.staff.DeskPreparation;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lists of Tasklist: without a filter it shows no task at all. A filter that is there is left
 * as the desk has made it since; every role may read them.
 */
@Component
@Order(30)
class TasklistFilters implements DeskPreparation {

  /** What a card shows; the task's own "created" line beside it tells the age. */
  private static final List<Map<String, String>> SHOWN =
      List.of(
          shown(IncidentVariables.INCIDENT_NUMBER, "Incident"),
          shown(IncidentVariables.PRIORITY, "Priority"),
          shown(IncidentVariables.CLIENT, "Client"),
          shown(IncidentVariables.SUBJECT, "Subject"));

  private final FilterService filters;
  private final TaskService tasks;

  TasklistFilters(FilterService filters, TaskService tasks) {
    this.filters = filters;
    this.tasks = tasks;
  }

  @Override
  public void prepare() {
    keep(1, "My work", "What you hold", tasks().taskAssigneeExpression("${currentUser()}"));
    keep(
        2,
        "My team's queue",
        "What your teams have and nobody holds",
        tasks().taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned());
    keep(3, "Due soon", "What is past due, or will be within four hours", dueSoon());
    keep(4, "On hold", "What waits for somebody", tasks().taskDefinitionKey("waitOnHold"));
    keep(
        5,
        "I take part",
        "What you hold, and what you were brought in to help with",
        tasks().taskInvolvedUserExpression("${currentUser()}"));
    keep(6, "All open", "All work of the desk", tasks());
  }

  /** The most urgent first, and among equals the oldest. */
  private TaskQuery tasks() {
    return tasks
        .createTaskQuery()
        .active()
        .orderByTaskPriority()
        .desc()
        .orderByTaskCreateTime()
        .asc();
  }

  private TaskQuery dueSoon() {
    return tasks
        .createTaskQuery()
        .active()
        .dueBeforeExpression("${dateTime().plusHours(4)}")
        .orderByDueDate()
        .asc();
  }

  private void keep(int place, String name, String description, TaskQuery query) {
    if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
      return;
    }
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    filter.setProperties(
        Map.of(
            "description",
            description,
            "priority",
            place,
            "color",
            "#555555",
            "refresh",
            true,
            "showUndefinedVariable",
            false,
            "variables",
            SHOWN));
    filters.saveFilter(filter);
  }

  private static Map<String, String> shown(String variable, String label) {
    return Map.of("name", variable, "label", label);
  }
}
