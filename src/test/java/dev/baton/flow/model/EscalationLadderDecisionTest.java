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

class EscalationLadderDecisionTest {

  private static final String SENIOR_P1 = "1 senior-agent TEAM 5/30 always TASK";
  private static final String LEAD_P1 = "2 team-lead TEAM 10/30 always TASK, MAIL";
  private static final String MANAGER_P1 =
      "4 service-desk-manager DESK 10/30 always TASK, MAIL, PHONE";
  private static final String DIRECTOR_P1 =
      "5 director-of-operations DESK 15/60 always TASK, MAIL, PHONE";
  private static final String SENIOR_P2 = "1 senior-agent TEAM 10/60 always TASK";
  private static final String LEAD_P2 = "2 team-lead TEAM 15/60 desk-hours TASK, MAIL";
  private static final String MANAGER_P2 = "4 service-desk-manager DESK 20/60 always TASK, MAIL";
  private static final String DIRECTOR_GOLD_P2 =
      "5 director-of-operations DESK 30/120 always TASK, MAIL, PHONE";
  private static final String SENIOR_GOLD_P3 = "1 senior-agent TEAM 15/120 desk-hours TASK";
  private static final String SENIOR_P3 = "1 senior-agent TEAM 30/120 desk-hours TASK";
  private static final String LEAD_P3 = "2 team-lead TEAM 30/120 desk-hours TASK, MAIL";
  private static final String MANAGER_P3 = "4 service-desk-manager DESK 60/240 always TASK, MAIL";
  private static final String SENIOR_P4 = "1 senior-agent TEAM 60/240 desk-hours TASK";
  private static final String LEAD_P4 = "2 team-lead TEAM 60/240 desk-hours TASK, MAIL";
  private static final String MANAGER_P4 =
      "4 service-desk-manager DESK 120/480 desk-hours TASK, MAIL";
  private static final String RELATIONSHIP =
      "3 client-relationship-manager DESK 30/120 always TASK, MAIL";

  private final DecisionUnderTest ladder =
      new DecisionUnderTest(Path.of("processes/escalation-ladder.dmn"), "escalation-ladder");

  /** As dev.baton.escalation names them. */
  private enum Cause {
    RESPONSE_AT_RISK,
    RESPONSE_BREACHED,
    RESOLUTION_AT_RISK,
    RESOLUTION_BREACHED,
    UPDATE_MISSED,
    COMPLAINT,
    HELP_ASKED,
    VIP,
    MAJOR,
    PING_PONG,
    STUCK
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "RESPONSE_AT_RISK",
        "RESOLUTION_AT_RISK",
        "UPDATE_MISSED",
        "HELP_ASKED",
        "VIP",
        "STUCK",
        "PING_PONG"
      })
  void whatIsNotOverdueYetBeginsWithASeniorAgent(Cause cause) {
    assertThat(rungs("GOLD", "P1", cause, null))
        .containsExactly(SENIOR_P1, LEAD_P1, MANAGER_P1, DIRECTOR_P1);
    assertThat(rungs("GOLD", "P2", cause, null))
        .containsExactly(SENIOR_P2, LEAD_P2, MANAGER_P2, DIRECTOR_GOLD_P2);
    assertThat(rungs("SILVER", "P2", cause, null)).containsExactly(SENIOR_P2, LEAD_P2, MANAGER_P2);
    assertThat(rungs("BRONZE", "P3", cause, null)).containsExactly(SENIOR_P3, LEAD_P3, MANAGER_P3);
  }

  @Test
  void aGoldClientWaitsHalfAsLongForASeniorAgentAtP3() {
    assertThat(rungs("GOLD", "P3", Cause.HELP_ASKED, null))
        .as("of two rules for one rung the first counts")
        .containsExactly(SENIOR_GOLD_P3, SENIOR_P3, LEAD_P3, MANAGER_P3);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSE_BREACHED", "RESOLUTION_BREACHED", "MAJOR"})
  void whatIsOverdueOrMajorBeginsWithTheLead(Cause cause) {
    assertThat(rungs("SILVER", "P1", cause, null))
        .containsExactly(LEAD_P1, MANAGER_P1, DIRECTOR_P1);
    assertThat(rungs("GOLD", "P2", cause, null))
        .containsExactly(LEAD_P2, MANAGER_P2, DIRECTOR_GOLD_P2);
    assertThat(rungs("SILVER", "P2", cause, null)).containsExactly(LEAD_P2, MANAGER_P2);
    assertThat(rungs("GOLD", "P3", cause, null)).containsExactly(LEAD_P3, MANAGER_P3);
    assertThat(rungs("BRONZE", "P4", cause, null)).containsExactly(LEAD_P4, MANAGER_P4);
  }

  @Test
  void aComplaintIsHeardByWhoLooksAfterTheClientToo() {
    assertThat(rungs("SILVER", "P1", Cause.COMPLAINT, null))
        .containsExactly(LEAD_P1, RELATIONSHIP, MANAGER_P1, DIRECTOR_P1);
    assertThat(rungs("BRONZE", "P4", Cause.COMPLAINT, null))
        .containsExactly(LEAD_P4, RELATIONSHIP, MANAGER_P4);
  }

  @ParameterizedTest
  @EnumSource(names = {"UPDATE_MISSED", "HELP_ASKED", "STUCK", "PING_PONG"})
  void aP4BeginsWithASeniorAgentWhereSomebodyWaits(Cause cause) {
    assertThat(rungs("GOLD", "P4", cause, null)).containsExactly(SENIOR_P4, LEAD_P4, MANAGER_P4);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSE_AT_RISK", "RESOLUTION_AT_RISK", "VIP"})
  void aP4AtRiskOrOfAVipClimbsNowhere(Cause cause) {
    assertThat(rungs("GOLD", "P4", cause, "AT_RISK_90")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GOLD, P1", "SILVER, P2", "BRONZE, P3", "GOLD, P4"})
  void halfTheTimeIsNoReasonToClimb(String tier, String priority) {
    for (Cause cause : Cause.values()) {
      assertThat(rungs(tier, priority, cause, "AT_RISK_50")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"null", "AT_RISK_75", "AT_RISK_90"})
  void laterMilestonesAndNoneClimbAlike(String milestone) {
    assertThat(rungs("GOLD", "P1", Cause.RESOLUTION_AT_RISK, milestone))
        .containsExactly(SENIOR_P1, LEAD_P1, MANAGER_P1, DIRECTOR_P1);
  }

  @Test
  void anUnknownPriorityHasNoLadder() {
    assertThat(rungs("GOLD", null, Cause.HELP_ASKED, null)).isEmpty();
  }

  @Test
  void everyRuleIsTestedAbove() {
    assertThat(ladder.rules("escalation-ladder")).isEqualTo(16);
  }

  private List<String> rungs(String tier, String priority, Cause cause, String milestone) {
    return ladder
        .rows(
            Variables.putValue("tier", tier)
                .putValue("priority", priority)
                .putValue("trigger", cause.name())
                .putValue("milestone", milestone))
        .stream()
        .map(EscalationLadderDecisionTest::words)
        .toList();
  }

  private static String words(Map<String, Object> row) {
    return "%s %s %s %s/%s %s %s"
        .formatted(
            row.get("rung"),
            row.get("role"),
            row.get("where"),
            row.get("minutesToAcknowledge"),
            row.get("minutesToDecide"),
            row.get("calendar") == null ? "always" : row.get("calendar"),
            row.get("reach"));
  }
}
