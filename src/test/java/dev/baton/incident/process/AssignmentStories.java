package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.staff.Role;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;

/** Inside a team a person is found by the policy that the table names, if it names any. */
abstract class AssignmentStories extends DutyStory {

  private static final String IN_TURN = "field-service";
  private static final String BY_LOAD = "workplace";
  private static final String BY_SKILL = "specialists";

  @Test
  void aTeamThatPullsIsGivenNothing() {
    IncidentNumber number = stage.defaultReport().routed();

    assertThat(assigneeOf(number)).isNull();
    assertThat(journal(number)).endsWith("PRIORITISED", "ROUTED");
    assertThat(runtimeService.getVariables(flowOf(number).getId())).doesNotContainKey("policy");
  }

  @Test
  void roundRobinGivesToEachInTurn() {
    String fay = agent("Fay", IN_TURN);
    String fin = agent("Fin", IN_TURN);
    String fred = agent("Fred", IN_TURN);

    List<IncidentNumber> six = Stream.generate(() -> reported(IN_TURN)).limit(6).toList();

    assertThat(six).extracting(this::assigneeOf).containsExactly(fay, fin, fred, fay, fin, fred);
    assertThat(last(six.get(0), "ASSIGNED").text())
        .isEqualTo("Assigned to Fay by round robin: on duty, no rota is kept.");
    assertThat(last(six.get(0), "ASSIGNED").actor()).isEqualTo("flow");
    assertThat(incident(six.get(0)).status()).isEqualTo(Status.ASSIGNED);
    BpmnAwareTests.assertThat(taskOf(six.get(0))).isAssignedTo(fay);
    assertThat(candidateGroups(six.get(0))).containsExactly("team-field-service");
  }

  @Test
  void whoComesBackIsNextInTurn() {
    String fay = agent("Fay", IN_TURN);
    String fin = agent("Fin", IN_TURN);
    away(fin, MONDAY_MORNING.minusSeconds(60), MONDAY_MORNING.plus(Duration.ofHours(1)));

    assertThat(assigneeOf(reported(IN_TURN))).isEqualTo(fay);
    assertThat(assigneeOf(reported(IN_TURN))).isEqualTo(fay);
    after(Duration.ofHours(1));

    assertThat(assigneeOf(reported(IN_TURN))).isEqualTo(fin);
    assertThat(assigneeOf(reported(IN_TURN))).isEqualTo(fay);
  }

  @Test
  void theLeastLoadedIsGivenTheNext() {
    String wanda = agent("Wanda", BY_LOAD);
    String will = agent("Will", BY_LOAD);
    IncidentNumber first = reported(BY_LOAD);
    IncidentNumber second = reported(BY_LOAD);
    assertThat(assigneeOf(first)).isEqualTo(wanda);
    assertThat(assigneeOf(second)).isEqualTo(will);

    as(will, () -> desk.resolve(second, ResolutionCode.FIXED, "Done."));
    IncidentNumber third = reported(BY_LOAD);

    assertThat(assigneeOf(third)).isEqualTo(will);
    assertThat(last(third, "ASSIGNED").text())
        .isEqualTo("Assigned to Will by least loaded: 0 open, on duty, no rota is kept.");
    assertThat(assigneeOf(reported(BY_LOAD))).as("who waited longest").isEqualTo(wanda);
  }

  @Test
  void whatIsOnHoldIsNoLoad() {
    String wanda = agent("Wanda", BY_LOAD);
    agent("Will", BY_LOAD);
    IncidentNumber held = reported(BY_LOAD);
    reported(BY_LOAD);
    as(
        wanda,
        () ->
            desk.hold(
                held, HoldReason.SUPPLIER, clock.instant().plus(Duration.ofDays(1)), "Parts"));

    assertThat(assigneeOf(reported(BY_LOAD))).isEqualTo(wanda);
  }

  @Test
  void whoKnowsTheCategoryComesFirstAndAmongThoseTheLeastLoaded() {
    agent("Sam", BY_SKILL, "linux");
    String sara = agent("Sara", BY_SKILL, "vpn", "linux");
    String sven = agent("Sven", BY_SKILL, "vpn");

    IncidentNumber first = stage.defaultReport().forTeam(BY_SKILL).inCategory("VPN").routed();
    IncidentNumber second = stage.defaultReport().forTeam(BY_SKILL).inCategory("vpn").routed();

    assertThat(assigneeOf(first)).isEqualTo(sara);
    assertThat(assigneeOf(second)).isEqualTo(sven);
    assertThat(last(first, "ASSIGNED").text())
        .isEqualTo(
            "Assigned to Sara by skills first: knows vpn, 0 open, on duty, no rota is kept.");
  }

  @Test
  void withoutTheSkillTheClientsLanguageCounts() {
    person("Sofia", Role.SENIOR_AGENT, BY_SKILL, Locale.ITALIAN);
    String sue = agent("Sue", BY_SKILL);

    IncidentNumber number = stage.defaultReport().forTeam(BY_SKILL).inCategory("vpn").routed();

    assertThat(assigneeOf(number)).isEqualTo(sue);
    assertThat(last(number, "ASSIGNED").text())
        .contains("nobody on duty has the skill vpn, speaks English, 0 open");
  }

  @Test
  void withoutSkillAndLanguageItIsTheLeastLoaded() {
    String sofia = person("Sofia", Role.SENIOR_AGENT, BY_SKILL, Locale.ITALIAN);

    IncidentNumber number = stage.defaultReport().forTeam(BY_SKILL).inCategory("vpn").routed();
    IncidentNumber withoutCategory = reported(BY_SKILL);

    assertThat(assigneeOf(number)).isEqualTo(sofia);
    assertThat(last(number, "ASSIGNED").text())
        .contains(
            "nobody on duty has the skill vpn, nor speaks English, has least on hand, 0 open");
    assertThat(last(withoutCategory, "ASSIGNED").text())
        .contains("nobody on duty speaks English, has least on hand, 1 open");
  }

  @Test
  void theTableMayNameTheSkill() {
    agent("Wanda", BY_LOAD, "access");
    String will = agent("Will", BY_LOAD, "identity");

    IncidentNumber number =
        stage.defaultReport().urgent().forTeam(BY_LOAD).inCategory("access").routed();

    assertThat(assigneeOf(number)).isEqualTo(will);
  }

  @Test
  void nobodyIsGivenWorkOffShiftAndTheJournalSaysWhyItWaits() {
    String fay = agent("Fay", IN_TURN);
    onMondays(fay, "08:00", "16:00");
    IncidentNumber inTime = reported(IN_TURN);
    assertThat(assigneeOf(inTime)).isEqualTo(fay);
    assertThat(last(inTime, "ASSIGNED").text()).contains("on shift until 2026-03-02T16:00:00Z");

    at(MONDAY_MORNING.plus(Duration.ofHours(7)));
    IncidentNumber late = reported(IN_TURN);

    assertThat(assigneeOf(late)).isNull();
    assertThat(last(late, "QUEUED").text())
        .startsWith(
            "Left in the queue of team field-service because nobody is on duty. Fay is off shift");
    BpmnAwareTests.assertThat(taskOf(late)).isNotAssigned();
    assertThat(candidateGroups(late)).containsExactly("team-field-service");
  }

  @Test
  void whoLeadsIsNotGivenWork() {
    person("Tom", Role.TEAM_LEAD, IN_TURN, Locale.ENGLISH);

    IncidentNumber number = reported(IN_TURN);

    assertThat(assigneeOf(number)).isNull();
    assertThat(last(number, "QUEUED").text())
        .isEqualTo("Left in the queue of team field-service because it has no agents.");
  }

  @Test
  void aPersonChosenByHandIsKeptEvenOffDuty() {
    String fay = agent("Fay", IN_TURN);
    agent("Fin", IN_TURN);
    onMondays(fay, "18:00", "20:00");
    IncidentNumber number = stage.defaultReport().routed();

    as("mona", () -> desk.assign(number, IN_TURN, fay));

    assertThat(assigneeOf(number)).isEqualTo(fay);
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo(fay);
    assertThat(journal(number)).doesNotContain("QUEUED");
  }

  @Test
  void handingToATeamAppliesItsPolicy() {
    String fay = agent("Fay", IN_TURN);
    IncidentNumber number = stage.defaultReport().routed();
    claimInTasklist("ada", number);

    submit(
        "ada",
        number,
        Map.of("outcome", "reassign", "toTeam", IN_TURN, "note", "Somebody has to go there."));

    assertThat(incident(number).team()).isEqualTo(IN_TURN);
    assertThat(assigneeOf(number)).isEqualTo(fay);
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo(fay);
  }

  @Test
  void afterAHoldItIsStillTheirsIfTheyAreOnDuty() {
    String fay = agent("Fay", IN_TURN);
    agent("Fin", IN_TURN);
    IncidentNumber number = reported(IN_TURN);
    hold(fay, number, Duration.ofHours(2));

    after(Duration.ofHours(2));

    assertThat(assigneeOf(number)).isEqualTo(fay);
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void afterAHoldSomebodyOnDutyIsGivenWhatNobodyChoseFor() {
    String fay = agent("Fay", IN_TURN);
    String fin = agent("Fin", IN_TURN);
    onMondays(fay, "08:00", "10:00");
    IncidentNumber number = reported(IN_TURN);
    assertThat(assigneeOf(number)).isEqualTo(fay);
    hold(fay, number, Duration.ofHours(2));

    after(Duration.ofHours(2));

    assertThat(assigneeOf(number)).isEqualTo(fin);
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
  }

  @Test
  void aReopenedIncidentGoesBackToItsPerson() {
    String fay = agent("Fay", IN_TURN);
    agent("Fin", IN_TURN);
    IncidentNumber number = reported(IN_TURN);
    as(fay, () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));

    as("mona", () -> desk.reopen(number, "Not done."));

    assertThat(assigneeOf(number)).isEqualTo(fay);
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo(fay);
  }

  private void hold(String login, IncidentNumber number, Duration time) {
    as(
        login,
        () ->
            desk.hold(number, HoldReason.SUPPLIER, clock.instant().plus(time), "Parts are sent."));
  }
}
