package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.escalation.Escalations;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.WaitingTime;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.edit.EditIncident;
import dev.baton.incident.edit.MergeIncidents;
import dev.baton.incident.link.IncidentLinks;
import dev.baton.incident.tag.IncidentTags;
import dev.baton.major.MajorIncidentActions;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.support.BatonTest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@BatonTest
class PermissionChecksIT {

  private static final IncidentNumber NONE = new IncidentNumber("INC-1999-000001");

  @Autowired IdentityService identities;
  @Autowired IncidentActions desk;
  @Autowired IncidentLifecycle lifecycle;
  @Autowired Escalations escalations;
  @Autowired MajorIncidentActions majors;
  @Autowired StaffDirectory staff;
  @Autowired ContactLog contacts;

  @AfterEach
  void goHome() {
    identities.clearAuthentication();
  }

  @Test
  void whoLacksTheRightIsRefusedWhicheverWayTheyCame() {
    signIn("quinn", "qa-specialist", "team-network");

    assertThatThrownBy(() -> desk.claim(NONE)).isInstanceOf(PermissionDenied.class);
    assertThatThrownBy(
            () ->
                lifecycle.resolve(
                    NONE, ResolutionCode.FIXED, "x", null, new WaitingTime(null, null)))
        .isInstanceOf(PermissionDenied.class);
    assertThatThrownBy(() -> escalations.acknowledge(1)).isInstanceOf(PermissionDenied.class);
    assertThatThrownBy(() -> majors.standDown(NONE, "x")).isInstanceOf(PermissionDenied.class);
    assertThatThrownBy(() -> staff.register(new TeamView("x", "X")))
        .isInstanceOf(PermissionDenied.class);
  }

  @Test
  void whoHasNoRoleMayDoNothing() {
    signIn("stranger");

    assertThatThrownBy(() -> desk.confirm(NONE)).isInstanceOf(PermissionDenied.class);
  }

  @Test
  void whoHasTheRightComesToTheUseCase() {
    signIn("ann", "agent");
    assertThatThrownBy(() -> desk.claim(NONE)).isInstanceOf(UnknownIncident.class);

    signIn("rita", "requester");
    assertThatThrownBy(() -> desk.confirm(NONE)).isInstanceOf(UnknownIncident.class);
    assertThatThrownBy(() -> desk.claim(NONE)).isInstanceOf(PermissionDenied.class);
  }

  @Test
  void theFlowNeedsNoRight() {
    assertThatThrownBy(() -> desk.claim(NONE)).isInstanceOf(UnknownIncident.class);
    assertThatCode(() -> staff.register(new TeamView("by-flow", "By flow")))
        .doesNotThrowAnyException();
  }

  @Test
  void everythingThatPeopleDoWithIncidentsSaysWhichActItIs() {
    List<Method> unsaid =
        Stream.of(
                IncidentActions.class,
                MajorIncidentActions.class,
                EditIncident.class,
                MergeIncidents.class,
                IncidentLinks.class,
                IncidentTags.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .filter(method -> !isReading(method))
            .filter(method -> !method.isAnnotationPresent(RequiresPermission.class))
            .toList();

    assertThat(unsaid).isEmpty();
  }

  private static boolean isReading(Method method) {
    Transactional transactional = method.getAnnotation(Transactional.class);
    return transactional != null && transactional.readOnly();
  }

  private void signIn(String login, String... groups) {
    identities.setAuthentication(login, List.of(groups));
  }
}
