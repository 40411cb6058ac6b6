package dev.baton.staff.process;

import static java.util.stream.Collectors.toMap;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.DELETE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_TASK;

import dev.baton.access.Permission;
import dev.baton.access.RolePermissions;
import dev.baton.staff.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * The engine permissions that follow from the matrix of roles and permissions. Requesters have
 * none.
 */
final class Grants {

  /** All staff see the flows, the tasks and each other in Tasklist. */
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
          Grant.on(Resources.USER, READ),
          Grant.on(Resources.GROUP, READ));

  /** What a permission requires in the engine; permissions unknown to it require nothing there. */
  private static final Map<Permission, List<Grant>> NEEDED =
      Map.of(
          Permission.REPORT,
          List.of(
              Grant.on(Resources.PROCESS_DEFINITION, "incident-lifecycle", CREATE_INSTANCE),
              Grant.on(Resources.PROCESS_INSTANCE, CREATE)),
          Permission.WORK,
          List.of(Grant.on(Resources.PROCESS_DEFINITION, TASK_WORK, TASK_ASSIGN)),
          // People who are notified of an incident can respond, even if they do not work on
          // incidents.
          Permission.ANSWER_ESCALATIONS,
          List.of(Grant.on(Resources.PROCESS_DEFINITION, "escalation", TASK_WORK)),
          // People who keep the rota assign work and create their own filters.
          Permission.KEEP_ROTA,
          List.of(
              Grant.on(Resources.PROCESS_DEFINITION, UPDATE_TASK),
              Grant.on(Resources.FILTER, CREATE)),
          Permission.READ_BOARD,
          List.of(
              Grant.on(Resources.APPLICATION, "cockpit", ACCESS),
              Grant.on(Resources.DEPLOYMENT, READ),
              Grant.on(Resources.DECISION_DEFINITION, READ, Permissions.READ_HISTORY),
              Grant.on(Resources.DECISION_REQUIREMENTS_DEFINITION, READ)),
          Permission.READ_AUDIT,
          List.of(
              Grant.on(Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ)),
          Permission.MEND,
          List.of(
              Grant.on(Resources.PROCESS_DEFINITION, UPDATE_INSTANCE, DELETE_INSTANCE, RETRY_JOB)),
          Permission.DEPLOY,
          List.of(
              Grant.on(Resources.DEPLOYMENT, CREATE),
              Grant.on(Resources.PROCESS_DEFINITION, RETRY_JOB),
              Grant.on(Resources.DECISION_DEFINITION, Permissions.CREATE_INSTANCE)));

  private Grants() {}

  static List<Grant> of(Role role) {
    if (role == Role.ADMIN) {
      return List.of(); // administrators are in the engine's own group of them
    }
    return together(
        Stream.concat(
            STAFF.stream(),
            RolePermissions.of(role.group()).stream()
                .sorted()
                .flatMap(act -> NEEDED.getOrDefault(act, List.of()).stream())));
  }

  /** The permissions of the engine's own administrators: all except deploying. */
  static List<Grant> everything() {
    return Arrays.stream(Resources.values()).map(Grants::all).toList();
  }

  private static Grant all(Resource resource) {
    return resource == Resources.DEPLOYMENT
        ? Grant.exactly(resource, READ, Permissions.DELETE)
        : Grant.on(resource, ALL);
  }

  /** One grant per resource, since the engine keeps one row for it. */
  private static List<Grant> together(Stream<Grant> grants) {
    return grants
        .collect(toMap(Grant::key, grant -> grant, Grant::and, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }
}
