package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.staff.rota.Absence;
import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When somebody is away, what they hold is offered again. */
@FlowStories
@PassesEveryStepOf("absence")
class AbsenceProcessTest extends DutyStory {

  private static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T00:00:00Z");

  @AfterEach
  void leaveNoAbsenceOpen() {
    runtimeService.createProcessInstanceQuery().processDefinitionKey("absence").list().stream()
        .map(ProcessInstance::getId)
        .forEach(id -> runtimeService.deleteProcessInstance(id, "The story is over.", true, true));
  }

  @Test
  void theDeputyOnDutyIsGivenTheWorkWhenTheAbsenceBegins() {
    String olga = agent("Olga", "service-desk");
    String ben = agent("Benno", "service-desk");
    standsIn(ben, olga);
    IncidentNumber number = claimedBy(olga);

    Absence leave = away(olga, TUESDAY, FRIDAY);
    jobs.runDue();
    assertThat(assigneeOf(number)).as("not before it begins").isEqualTo(olga);
    assertThat(flowOf(leave)).isNotNull();

    at(TUESDAY);

    assertThat(assigneeOf(number)).isEqualTo(ben);
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo(ben);
    assertThat(last(number, "OFFERED_AGAIN").text())
        .isEqualTo(
            "Olga is on leave until 2026-03-06T00:00:00Z: assigned to the deputy, Benno, on duty, no rota is"
                + " kept.");
    assertThat(last(number, "OFFERED_AGAIN").actor()).isEqualTo("flow");
    assertThat(flowOf(leave)).isNull();
  }

  @Test
  void withoutADeputyOnDutyItGoesBackToTheTeamsQueue() {
    String olga = agent("Olga", "service-desk");
    String ben = agent("Benno", "service-desk");
    standsIn(ben, olga);
    away(ben, TUESDAY, FRIDAY);
    IncidentNumber number = claimedBy(olga);
    away(olga, TUESDAY, FRIDAY);

    at(TUESDAY);

    assertThat(assigneeOf(number)).isNull();
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    BpmnAwareTests.assertThat(taskOf(number)).isNotAssigned();
    assertThat(candidateGroups(number)).containsExactly("team-service-desk");
    assertThat(last(number, "OFFERED_AGAIN").text())
        .isEqualTo(
            "Olga is on leave until 2026-03-06T00:00:00Z: returned to the queue of team service-desk.");
  }

  @Test
  void theDeputysDeputyStandsInWhereTheDeputyIsAwayToo() {
    String olga = agent("Olga", "service-desk");
    String ben = agent("Benno", "service-desk");
    String cleo = agent("Cleo", "network");
    standsIn(ben, olga);
    standsIn(cleo, ben);
    away(ben, TUESDAY, FRIDAY);
    IncidentNumber number = claimedBy(olga);
    away(olga, TUESDAY, FRIDAY);

    at(TUESDAY);

    assertThat(assigneeOf(number)).isEqualTo(cleo);
  }

  @Test
  void whatWaitsOnHoldOrForConfirmationIsOfferedTooAndGoesOnWaiting() {
    String olga = agent("Olga", "service-desk");
    String ben = agent("Benno", "service-desk");
    standsIn(ben, olga);
    IncidentNumber held = claimedBy(olga);
    as(olga, () -> desk.hold(held, HoldReason.SUPPLIER, FRIDAY, "Parts"));
    IncidentNumber resolved = claimedBy(olga);
    as(olga, () -> desk.resolve(resolved, ResolutionCode.FIXED, "Done."));
    away(olga, TUESDAY, FRIDAY);

    at(TUESDAY);

    for (IncidentNumber number : List.of(held, resolved)) {
      assertThat(assigneeOf(number)).isEqualTo(ben);
      BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo(ben);
    }
    assertThat(incident(held).status()).isEqualTo(Status.ON_HOLD);
    assertThat(incident(resolved).status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void anAbsenceThatHasBegunOffersTheWorkAtOnceAndReturnGivesNothingBack() {
    String olga = agent("Olga", "service-desk");
    IncidentNumber number = claimedBy(olga);

    Absence sick = away(olga, MONDAY_MORNING.minusSeconds(3_600), null);
    jobs.runDue();
    assertThat(assigneeOf(number)).isNull();
    assertThat(last(number, "OFFERED_AGAIN").text())
        .startsWith("Olga is on leave, return date unknown: returned");
    after(Duration.ofHours(1));
    absences.backAt(olga, sick.id(), clock.instant());
    jobs.runDue();

    assertThat(assigneeOf(number)).isNull();
    assertThat(flowOf(sick)).isNull();
  }

  @Test
  void aChangedAbsenceBeginsWhenItDoesNow() {
    String olga = agent("Olga", "service-desk");
    IncidentNumber number = claimedBy(olga);
    Absence leave = away(olga, TUESDAY, FRIDAY);
    Instant wednesday = TUESDAY.plus(Duration.ofDays(1));

    absences.change(
        new Absence(leave.id(), olga, wednesday, FRIDAY, Absence.AbsenceKind.LEAVE, null));
    at(TUESDAY);
    assertThat(assigneeOf(number)).isEqualTo(olga);

    at(wednesday);
    assertThat(assigneeOf(number)).isNull();
  }

  @Test
  void aWithdrawnAbsenceOffersNothing() {
    String olga = agent("Olga", "service-desk");
    IncidentNumber number = claimedBy(olga);
    Absence leave = away(olga, TUESDAY, FRIDAY);

    absences.withdraw(olga, leave.id());
    at(TUESDAY);

    assertThat(assigneeOf(number)).isEqualTo(olga);
    assertThat(flowOf(leave)).isNull();
    assertThat(journal(number)).doesNotContain("OFFERED_AGAIN");
  }

  @Test
  void anAbsenceOfThePastStartsNothing() {
    String olga = agent("Olga", "service-desk");

    Absence past =
        away(olga, MONDAY_MORNING.minusSeconds(7_200), MONDAY_MORNING.minusSeconds(3_600));

    assertThat(flowOf(past)).isNull();
  }

  @Test
  void muchWorkIsOfferedAFewAtATime() {
    String olga = agent("Olga", "service-desk");
    List<IncidentNumber> numbers = Stream.generate(() -> claimedBy(olga)).limit(21).toList();
    away(olga, TUESDAY, FRIDAY);

    at(TUESDAY);

    assertThat(numbers).extracting(this::assigneeOf).containsOnlyNulls();
    assertThat(numbers)
        .allSatisfy(number -> assertThat(journal(number)).containsOnlyOnce("OFFERED_AGAIN"));
  }

  private IncidentNumber claimedBy(String login) {
    IncidentNumber number = stage.defaultReport().routed();
    as(login, () -> desk.claim(number));
    return number;
  }

  private ProcessInstance flowOf(Absence absence) {
    return runtimeService
        .createProcessInstanceQuery()
        .processDefinitionKey("absence")
        .processInstanceBusinessKey("absence-" + absence.id())
        .singleResult();
  }
}
