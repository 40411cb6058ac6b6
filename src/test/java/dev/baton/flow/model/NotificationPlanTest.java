package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationPlanTest {

  private final DecisionUnderTest plan =
      new DecisionUnderTest(Path.of("processes/communication-plan.dmn"), "notification-plan");

  /** As dev.baton.notification names them. */
  private enum Event {
    RECEIVED,
    ASSIGNED,
    ON_HOLD,
    REMINDER,
    UPDATE,
    REPLIED,
    AT_RISK,
    BREACHED,
    ESCALATED,
    RESOLVED,
    CLOSED,
    REOPENED,
    CANCELLED,
    MAJOR_DECLARED,
    MAJOR_UPDATED,
    MAJOR_ENDED,
    RELEASE_ROLLED_BACK
  }

  @ParameterizedTest
  @EnumSource(names = {"RECEIVED", "ON_HOLD", "CANCELLED"})
  void whatConcernsTheRequesterAloneIsMailedAtOnce(Event event) {
    assertThat(readers(event, "P4")).containsExactly("REQUESTER MAIL");
  }

  @ParameterizedTest
  @EnumSource(names = {"UPDATE", "RESOLVED"})
  void newsIsForWhoFollowsTheIncidentToo(Event event) {
    assertThat(readers(event, "P3")).containsExactly("REQUESTER MAIL", "WATCHERS MAIL");
    assertThat(readers(event, "GOLD", "P1", true))
        .containsExactly("REQUESTER MAIL", "WATCHERS MAIL", "CLIENT_CONTACT MAIL");
  }

  @Test
  void onlyWhatIsUrgentDisturbsTheNight() {
    assertThat(readers(Event.REMINDER, "P1")).containsExactly("REQUESTER MAIL");
    assertThat(readers(Event.REMINDER, "P3")).containsExactly("REQUESTER MAIL not at night");
    assertThat(readers(Event.CLOSED, "P2"))
        .containsExactly("REQUESTER MAIL", "WATCHERS MAIL not at night");
    assertThat(readers(Event.CLOSED, "P4"))
        .containsExactly("REQUESTER MAIL not at night", "WATCHERS MAIL not at night");
  }

  @Test
  void theDeskReadsItsNewsInTheInbox() {
    assertThat(readers(Event.ASSIGNED, "P2")).containsExactly("TEAM INBOX");
    assertThat(readers(Event.REPLIED, "P2")).containsExactly("TEAM INBOX, else MAIL");
    assertThat(readers(Event.AT_RISK, "P3")).containsExactly("TEAM INBOX");
    assertThat(readers(Event.AT_RISK, "P4")).containsExactly("TEAM INBOX gathered");
    assertThat(readers(Event.BREACHED, "P1")).containsExactly("TEAM INBOX, else MAIL");
    assertThat(readers(Event.BREACHED, "P4")).containsExactly("TEAM INBOX gathered");
    assertThat(readers(Event.REOPENED, "P4")).containsExactly("REQUESTER MAIL", "TEAM INBOX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1", "P2", "P3", "P4"})
  void whoeverTheLadderToldIsMailed(String priority) {
    assertThat(readers(Event.ESCALATED, priority)).containsExactly("LADDER MAIL, else INBOX");
  }

  @ParameterizedTest
  @CsvSource({
    "MAJOR_DECLARED, true, true",
    "MAJOR_UPDATED, true, false",
    "MAJOR_ENDED, false, true"
  })
  void aMajorIncidentIsHeardOfHigherUp(Event event, boolean byRequester, boolean byRelationship) {
    List<String> readers = readers(event, "GOLD", "P1", true);

    assertThat(readers.contains("REQUESTER MAIL")).isEqualTo(byRequester);
    assertThat(readers)
        .contains(
            "CLIENT_CONTACT MAIL",
            "STAKEHOLDERS MAIL, else INBOX: service-desk-manager, director-of-operations");
    assertThat(readers.contains("STAKEHOLDERS MAIL, else INBOX: client-relationship-manager"))
        .isEqualTo(byRelationship);
    assertThat(readers(event, "SILVER", "P1", true))
        .doesNotContain("STAKEHOLDERS MAIL, else INBOX: client-relationship-manager");
  }

  @Test
  void aRollbackIsHeardOfByThoseWhoCanCorrectTheRelease() {
    assertThat(readers(Event.RELEASE_ROLLED_BACK, "P4"))
        .containsExactly("STAKEHOLDERS MAIL, else INBOX: process-owner, service-desk-manager");
  }

  @ParameterizedTest
  @EnumSource(Event.class)
  void everyEventIsHeardBySomebodyAtEveryPriority(Event event) {
    for (String priority : List.of("P1", "P2", "P3", "P4")) {
      assertThat(readers(event, priority)).isNotEmpty();
    }
  }

  @Test
  void everyRuleIsTestedAbove() {
    assertThat(plan.rules("notification-plan")).isEqualTo(28);
  }

  private List<String> readers(Event event, String priority) {
    return readers(event, "SILVER", priority, false);
  }

  private List<String> readers(Event event, String tier, String priority, boolean isMajor) {
    return plan
        .rows(
            Variables.putValue("event", event.name())
                .putValue("tier", tier)
                .putValue("priority", priority)
                .putValue("isMajor", isMajor))
        .stream()
        .map(NotificationPlanTest::words)
        .toList();
  }

  private static String words(Map<String, Object> row) {
    return row.get("audience")
        + " "
        + row.get("channel")
        + (row.get("fallback") == null ? "" : ", else " + row.get("fallback"))
        + (Boolean.TRUE.equals(row.get("digest")) ? " gathered" : "")
        + (Boolean.TRUE.equals(row.get("quietHours")) ? " not at night" : "")
        + (row.get("roles") == null ? "" : ": " + row.get("roles"));
  }
}
