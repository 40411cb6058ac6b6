package dev.baton.staff.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.DELETE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import dev.baton.staff.Role;
import dev.baton.support.BatonTest;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
class DeskRightsIT {

  private static final String FLOW = "incident-lifecycle";

  @Autowired DeskRights rights;
  @Autowired IdentityService identities;
  @Autowired AuthorizationService authorizations;

  @Test
  void everyRoleIsAGroupOfTheEngine() {
    assertThat(identities.createGroupQuery().groupType("WORKFLOW").list())
        .extracting(Group::getId)
        .contains(Arrays.stream(Role.values()).map(Role::group).toArray(String[]::new))
        .contains("requester");
  }

  @Test
  void anAgentLogsContactsAndWorksOnTasksButDoesNotSeeCockpit() {
    assertThat(may("agent", ACCESS, Resources.APPLICATION, "tasklist")).isTrue();
    assertThat(may("agent", READ_TASK, Resources.PROCESS_DEFINITION, FLOW)).isTrue();
    assertThat(may("agent", TASK_WORK, Resources.PROCESS_DEFINITION, FLOW)).isTrue();
    assertThat(may("agent", CREATE_INSTANCE, Resources.PROCESS_DEFINITION, FLOW)).isTrue();
    assertThat(may("agent", CREATE, Resources.PROCESS_INSTANCE, "*")).isTrue();
    assertThat(may("agent", ACCESS, Resources.APPLICATION, "cockpit")).isFalse();
    assertThat(may("agent", CREATE, Resources.DEPLOYMENT, "*")).isFalse();
  }

  @Test
  void aManagerMendsInCockpitWhatIsStuck() {
    assertThat(may("service-desk-manager", ACCESS, Resources.APPLICATION, "cockpit")).isTrue();
    assertThat(may("service-desk-manager", DELETE_INSTANCE, Resources.PROCESS_DEFINITION, FLOW))
        .isTrue();
    assertThat(may("service-desk-manager", RETRY_JOB, Resources.PROCESS_DEFINITION, FLOW)).isTrue();
    assertThat(may("trainer", DELETE_INSTANCE, Resources.PROCESS_DEFINITION, FLOW)).isFalse();
  }

  @Test
  void aProcessOwnerDeploysAndAnAdministratorDoesAll() {
    assertThat(may("process-owner", CREATE, Resources.DEPLOYMENT, "*")).isTrue();
    assertThat(may("camunda-admin", DELETE_INSTANCE, Resources.PROCESS_DEFINITION, FLOW)).isTrue();
    assertThat(may("camunda-admin", CREATE, Resources.AUTHORIZATION, "*")).isTrue();
    assertThat(may("camunda-admin", ACCESS, Resources.APPLICATION, "admin")).isTrue();
  }

  @Test
  void aRequesterHasNoRightInTheEngine() {
    assertThat(authorizations.createAuthorizationQuery().groupIdIn("requester").list())
        .as("the engine lets every group see itself, no more")
        .allMatch(right -> right.getResourceType() == Resources.GROUP.resourceType())
        .allMatch(right -> right.getResourceId().equals("requester"));
  }

  @Test
  void preparingAgainChangesNothing() {
    long before = authorizations.createAuthorizationQuery().count();

    rights.prepare();

    assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
    assertThat(authorizations.createAuthorizationQuery().authorizationType(2).count()).isZero();
  }

  private boolean may(String role, Permission permission, Resource resource, String id) {
    return authorizations.isUserAuthorized("somebody", List.of(role), permission, resource, id);
  }
}
