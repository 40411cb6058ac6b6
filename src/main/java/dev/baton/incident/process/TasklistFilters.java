package dev.baton.incident.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import dev.baton.access.Permission;
import dev.baton.access.RolePermissions;
import dev.baton.engine.UserTaskKind;
import dev.baton.staff.DeskPreparation;
import dev.baton.staff.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The lists of Tasklist: without a filter it shows no task at all. A filter that is there is left
 * as the desk has made it since. Each list is for the roles that may do what it is about; what is
 * due first stands first in all of them.
 */
@Component
@Order(30)
class TasklistFilters implements DeskPreparation {

  private static final String ANY = "%";
  private static final String ME = "${currentUser()}";

  /** What a card shows; its own "due" and "created" beside it tell the time. */
  private static final List<Map<String, String>> SHOWN =
      List.of(
          shown(IncidentVariables.INCIDENT_NUMBER, "Incident"),
          shown(IncidentVariables.PRIORITY, "Priority"),
          shown(IncidentVariables.CLIENT, "Client"),
          shown(IncidentVariables.SUBJECT, "Subject"),
          shown(IncidentVariables.CLIENT_REPLY, "Client's reply"));

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  TasklistFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  /** A list, and the act that it is for: who may not do it has no use for it. */
  record TaskList(String name, String description, Permission act, TaskQuery query) {}

  @Override
  public void prepare() {
    List<TaskList> lists = lists();
    for (int i = 0; i < lists.size(); i++) {
      keep(i + 1, lists.get(i));
    }
  }

  private List<TaskList> lists() {
    return List.of(
        new TaskList(
            "My work",
            "Tasks assigned to you",
            Permission.ANSWER_ESCALATIONS,
            tasks().taskAssigneeExpression(ME)),
        new TaskList(
            "My team's queue",
            "Unassigned work of your teams",
            Permission.WORK,
            tasks().taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned()),
        new TaskList(
            "Breaching within the hour",
            "Obligations that will be breached within an hour",
            Permission.READ,
            tasks(UserTaskKind.WORK)
                .followUpAfterExpression("${now()}")
                .followUpBeforeExpression("${dateTime().plusHours(1)}")),
        new TaskList(
            "Answered by the client",
            "The client has written, and no one has answered yet",
            Permission.ANSWER_ESCALATIONS,
            tasks(UserTaskKind.WORK).processVariableValueLike(IncidentVariables.CLIENT_REPLY, ANY)),
        new TaskList(
            "My escalations",
            "Escalations that are waiting for your answer or decision",
            Permission.ANSWER_ESCALATIONS,
            tasks().processDefinitionKey("escalation").taskAssigneeExpression(ME)),
        new TaskList(
            "Due soon",
            "Tasks that are past due, or will be within four hours",
            Permission.WORK,
            tasks().dueBeforeExpression("${dateTime().plusHours(4)}")),
        new TaskList(
            "On hold", "Incidents that are on hold", Permission.WORK, tasks(UserTaskKind.HOLD)),
        new TaskList(
            "I take part",
            "Assigned to you, or you were asked to help",
            Permission.WORK,
            tasks().taskInvolvedUserExpression(ME)),
        new TaskList(
            "Unassigned", "Tasks assigned to nobody, in any team", Permission.WORK, unassigned()),
        new TaskList("All open", "All tasks of the desk", Permission.READ, tasks()));
  }

  private TaskQuery unassigned() {
    return tasks(UserTaskKind.WORK).taskUnassigned();
  }

  private TaskQuery tasks(UserTaskKind kind) {
    return tasks().taskVariableValueEquals(IncidentVariables.TASK_KIND, kind.word());
  }

  /** What is due first; what has no deadline comes before, and among equals the oldest. */
  private TaskQuery tasks() {
    return tasks
        .createTaskQuery()
        .active()
        .orderByDueDate()
        .asc()
        .orderByTaskPriority()
        .desc()
        .orderByTaskCreateTime()
        .asc();
  }

  private void keep(int place, TaskList list) {
    Filter filter = filters.createTaskFilterQuery().filterName(list.name()).singleResult();
    if (filter == null) {
      filter = filters.newTaskFilter(list.name());
      filter.setQuery(list.query());
      filter.setProperties(
          Map.of(
              "description",
              list.description(),
              "priority",
              place,
              "color",
              "#155cb5",
              "refresh",
              true,
              "showUndefinedVariable",
              false,
              "variables",
              SHOWN));
      filters.saveFilter(filter);
    }
    String id = filter.getId();
    Arrays.stream(Role.values())
        .filter(role -> role != Role.ADMIN)
        .filter(role -> RolePermissions.of(role.group()).contains(list.act()))
        .forEach(role -> allow(role, id));
  }

  private void allow(Role role, String filterId) {
    long granted =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(role.group())
            .resourceType(Resources.FILTER)
            .resourceId(filterId)
            .count();
    if (granted > 0) {
      return;
    }
    Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
    authorization.setGroupId(role.group());
    authorization.setResource(Resources.FILTER);
    authorization.setResourceId(filterId);
    authorization.addPermission(Permissions.READ);
    authorizations.saveAuthorization(authorization);
  }

  private static Map<String, String> shown(String variable, String label) {
    return Map.of("name", variable, "label", label);
  }
}
