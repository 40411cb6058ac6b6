package dev.baton.staff.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import dev.baton.access.RolePermissions;
import dev.baton.staff.DeskPreparation;
import dev.baton.staff.Role;
import dev.baton.staff.SignIns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives each role its group and its permissions in the engine's applications, at every start.
 * Missing ones are added. Those that an administrator granted in addition stay, except for
 * deploying and for people's permissions on themselves. No revocation entries are written: a single
 * one would make every authorisation check of the engine slower.
 */
@Component
@Order(10)
class DeskRights implements DeskPreparation {

  private final EngineSignIns signIns;
  private final AuthorizationService authorizations;

  DeskRights(EngineSignIns signIns, AuthorizationService authorizations) {
    this.signIns = signIns;
    this.authorizations = authorizations;
  }

  @Override
  public void prepare() {
    signIns.keepGroup(Groups.CAMUNDA_ADMIN, "Administrators", Groups.GROUP_TYPE_SYSTEM);
    signIns.keepGroup(SignIns.REQUESTERS, "Requester");
    Arrays.stream(Role.values()).forEach(role -> signIns.keepGroup(role.group(), role.title()));
    keep(Groups.CAMUNDA_ADMIN, Grants.everything());
    Arrays.stream(Role.values())
        .filter(
            role ->
                !RolePermissions.of(role.group()).contains(dev.baton.access.Permission.READ_AUDIT))
        .forEach(role -> takeOperationLog(role.group()));
    Arrays.stream(Role.values()).forEach(role -> keep(role.group(), Grants.of(role)));
    takeRightsOnThemselves();
  }

  /** The engine used to grant each user all permissions on themselves. */
  private void takeRightsOnThemselves() {
    authorizations
        .createAuthorizationQuery()
        .resourceType(Resources.USER)
        .authorizationType(AUTH_TYPE_GRANT)
        .list()
        .stream()
        .filter(granted -> granted.getResourceId().equals(granted.getUserId()))
        .forEach(granted -> authorizations.deleteAuthorization(granted.getId()));
  }

  /** Everyone who saw the board used to be able to read it, too. */
  private void takeOperationLog(String group) {
    authorizations
        .createAuthorizationQuery()
        .groupIdIn(group)
        .resourceType(Resources.OPERATION_LOG_CATEGORY)
        .list()
        .forEach(granted -> authorizations.deleteAuthorization(granted.getId()));
  }

  private void keep(String group, List<Grant> grants) {
    Map<String, Authorization> present =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .authorizationType(AUTH_TYPE_GRANT)
            .list()
            .stream()
            .collect(
                Collectors.toMap(
                    granted -> granted.getResourceType() + ":" + granted.getResourceId(),
                    Function.identity()));
    for (Grant grant : grants) {
      Authorization authorization = present.get(grant.key());
      keep(authorization == null ? newAuthorization(group, grant) : authorization, grant);
    }
  }

  private static boolean hasMoreThan(Grant grant, Authorization authorization) {
    return Arrays.stream(Permissions.values())
        .filter(permission -> permission != Permissions.NONE && permission != Permissions.ALL)
        .filter(permission -> Arrays.asList(permission.getTypes()).contains(grant.resource()))
        .filter(permission -> !grant.permissions().contains(permission))
        .anyMatch(authorization::isPermissionGranted);
  }

  private Authorization newAuthorization(String group, Grant grant) {
    Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
    authorization.setGroupId(group);
    authorization.setResource(grant.resource());
    authorization.setResourceId(grant.resourceId());
    return authorization;
  }

  private void keep(Authorization authorization, Grant grant) {
    if (grant.exact() && authorization.getId() != null && hasMoreThan(grant, authorization)) {
      authorization.setPermissions(new Permission[0]);
    }
    List<Permission> missing =
        grant.permissions().stream()
            .filter(permission -> !authorization.isPermissionGranted(permission))
            .toList();
    if (!missing.isEmpty()) {
      missing.forEach(authorization::addPermission);
      authorizations.saveAuthorization(authorization);
    }
  }
}
