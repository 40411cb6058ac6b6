package dev.baton.staff.process;

import static java.util.stream.Collectors.toMap;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.DELETE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.MIGRATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_TASK;

import dev.baton.staff.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/** Which role may do what in the engine's applications. Requesters are not on the list. */
final class Grants {

  /** Everybody of the staff sees the flows, the tasks and each other in Tasklist. */
  private static final List<Grant> STAFF =
      List.of(
          Grant.on(Resources.APPLICATION, "welcome", ACCESS),
          Grant.on(Resources.APPLICATION, "tasklist", ACCESS),
          Grant.on(
              Resources.PROCESS_DEFINITION,
              ProcessDefinitionPermissions.READ,
              READ_INSTANCE,
              READ_TASK,
              READ_HISTORY),
          Grant.on(Resources.DECISION_DEFINITION, READ),
          Grant.on(Resources.FILTER, READ),
          Grant.on(Resources.USER, READ),
          Grant.on(Resources.GROUP, READ));

  /** Desk staff log contacts and work on incidents. */
  private static final List<Grant> DESK =
      List.of(
          Grant.on(Resources.PROCESS_DEFINITION, TASK_WORK, TASK_ASSIGN),
          Grant.on(Resources.PROCESS_DEFINITION, "incident-lifecycle", CREATE_INSTANCE),
          Grant.on(Resources.PROCESS_INSTANCE, CREATE));

  /** Who is told of an incident answers, also without working on incidents. */
  private static final List<Grant> LADDER =
      List.of(Grant.on(Resources.PROCESS_DEFINITION, "escalation", TASK_WORK));

  /** Leads hand out work, and make filters of their own. */
  private static final List<Grant> LEADS =
      List.of(
          Grant.on(Resources.PROCESS_DEFINITION, UPDATE_TASK), Grant.on(Resources.FILTER, CREATE));

  private static final List<Grant> COCKPIT =
      List.of(
          Grant.on(Resources.APPLICATION, "cockpit", ACCESS),
          Grant.on(Resources.DEPLOYMENT, READ),
          Grant.on(Resources.DECISION_DEFINITION, READ, Permissions.READ_HISTORY),
          Grant.on(Resources.DECISION_REQUIREMENTS_DEFINITION, READ),
          Grant.on(Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));

  /** Managers mend what is stuck. */
  private static final List<Grant> MANAGERS =
      List.of(Grant.on(Resources.PROCESS_DEFINITION, UPDATE_INSTANCE, DELETE_INSTANCE, RETRY_JOB));

  /** Process owners bring new flows, and move running incidents onto them. */
  private static final List<Grant> OWNERS =
      List.of(
          Grant.on(Resources.DEPLOYMENT, CREATE),
          Grant.on(Resources.PROCESS_DEFINITION, MIGRATE_INSTANCE, RETRY_JOB),
          Grant.on(Resources.DECISION_DEFINITION, Permissions.CREATE_INSTANCE));

  private Grants() {}

  static List<Grant> of(Role role) {
    return switch (role) {
      case AGENT, SENIOR_AGENT -> together(STAFF, DESK);
      case TEAM_LEAD -> together(STAFF, DESK, LEADS, COCKPIT);
      case SERVICE_DESK_MANAGER, DIRECTOR_OF_OPERATIONS ->
          together(STAFF, DESK, LEADS, COCKPIT, MANAGERS);
      case CLIENT_RELATIONSHIP_MANAGER -> together(STAFF, LADDER);
      case QA_SPECIALIST, TRAINER -> together(STAFF, COCKPIT);
      case PROCESS_OWNER -> together(STAFF, COCKPIT, OWNERS);
      case ADMIN -> List.of();
    };
  }

  /** What the engine's own administrators have: all. */
  static List<Grant> everything() {
    return Arrays.stream(Resources.values()).map(Grants::all).toList();
  }

  private static Grant all(Resource resource) {
    return Grant.on(resource, ALL);
  }

  /** One grant for each resource: the engine keeps one row for it. */
  @SafeVarargs
  private static List<Grant> together(List<Grant>... lists) {
    return Stream.of(lists)
        .flatMap(List::stream)
        .collect(toMap(Grant::key, grant -> grant, Grant::and, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }
}
