package dev.baton.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.escalation.EscalationView;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.Trigger;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What is stuck or handed around is raised; a P2 of a gold client after two hours. */
@FlowStories
// An application of its own: these people and rotas would answer in the flows of others.
@TestPropertySource(properties = "baton.test.desk=escalation")
@PassesEveryStepOf("incident-watch")
class IncidentWatchProcessTest {

  private static final Instant MONDAY = Instant.parse("2026-03-09T09:00:00Z");

  @Autowired StagedDesk stage;
  @Autowired IncidentActions desk;
  @Autowired ContactLog contacts;
  @Autowired Escalations escalations;
  @Autowired DueJobs jobs;
  @Autowired EngineClock clock;
  @Autowired ManagementService managementService;
  @Autowired RuntimeService runtimeService;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void openTheDesk() {
    stage.furnish();
    clock.travelTo(MONDAY);
  }

  @AfterEach
  void leaveNothingBehind() {
    clock.reset();
    Stream.of("incident-lifecycle", "escalation", "incident-watch")
        .flatMap(
            flow ->
                runtimeService
                    .createProcessInstanceQuery()
                    .processDefinitionKey(flow)
                    .list()
                    .stream())
        .map(ProcessInstance::getId)
        .forEach(id -> runtimeService.deleteProcessInstance(id, "The story is over.", true, true));
  }

  @Test
  void whatDoesNotMoveForTwoHoursIsRaisedOnceUntilItMovesAgain() {
    IncidentNumber number = p2();

    lookAfter(Duration.ofMinutes(119));
    assertThat(escalations.of(number)).isEmpty();

    lookAfter(Duration.ofMinutes(1));
    assertThat(raised(number))
        .containsExactly("Raised because the incident is stuck: " + since(MONDAY));
    assertThat(escalations.of(number).get(0).trigger()).isEqualTo(Trigger.STUCK);

    lookAfter(Duration.ofHours(3));
    assertThat(raised(number)).as("nothing has moved, somebody knows").hasSize(1);

    Instant claimed = clock.instant();
    stage.as("ada", () -> desk.claim(number));
    lookAfter(Duration.ofMinutes(119));
    assertThat(raised(number)).hasSize(1);
    lookAfter(Duration.ofMinutes(1));
    assertThat(raised(number))
        .hasSize(2)
        .last()
        .isEqualTo("Raised because the incident is stuck: " + since(claimed));
  }

  @Test
  void aMessageOfTheDeskIsProgressAndOneOfTheClientIsNot() {
    IncidentNumber answered = p2();
    IncidentNumber asked = p2();
    clock.travelTo(MONDAY.plus(Duration.ofMinutes(90)));
    contact(answered, Direction.OUT);
    contact(asked, Direction.IN);

    lookAfter(Duration.ofMinutes(30));

    assertThat(escalations.of(answered)).isEmpty();
    assertThat(escalations.of(asked)).hasSize(1);
  }

  @Test
  void whatIsOnHoldOrResolvedIsLeftAlone() {
    IncidentNumber held = p2();
    stage.as("ada", () -> desk.claim(held));
    stage.as(
        "ada",
        () ->
            desk.hold(
                held, HoldReason.SUPPLIER, MONDAY.plus(Duration.ofDays(3)), "Parts ordered."));

    lookAfter(Duration.ofHours(5));

    assertThat(escalations.of(held)).isEmpty();
  }

  @Test
  void aP3IsCountedInWorkingHours() {
    IncidentNumber number = stage.defaultReport().routed();

    lookAfter(Duration.ofHours(8));
    assertThat(escalations.of(number)).isEmpty();

    lookAfter(Duration.ofDays(3));
    assertThat(raised(number)).hasSize(1);
  }

  @Test
  void whatIsHandedAroundIsRaisedForEachHandTooMany() {
    IncidentNumber number = p2();
    handTo(number, "network");
    handTo(number, "applications");
    lookAfter(Duration.ofMinutes(5));
    assertThat(escalations.of(number)).isEmpty();

    handTo(number, "network");
    lookAfter(Duration.ofMinutes(5));
    lookAfter(Duration.ofMinutes(5));
    assertThat(raised(number))
        .containsExactly(
            "Raised because it was reassigned too often: Reassigned 3 times; at most 2"
                + " are allowed. It is now with team network.");

    handTo(number, "applications");
    lookAfter(Duration.ofMinutes(5));
    assertThat(raised(number)).hasSize(2);
  }

  @Test
  void oneThatCannotBeRaisedHoldsNoOtherUp() {
    IncidentNumber broken = p2();
    IncidentNumber other = p2();
    clock.travelTo(MONDAY.plus(Duration.ofHours(3)));
    managementService.executeJob(timer().getId());
    setStatus(broken, "NONSENSE");

    for (Job job : raisings()) {
      try {
        managementService.executeJob(job.getId());
      } catch (RuntimeException refused) {
        assertThat(refused).hasMessageContaining("NONSENSE");
      }
    }
    setStatus(broken, "ASSIGNED");

    assertThat(raised(other)).hasSize(1);
    assertThat(escalations.of(broken)).isEmpty();
    assertThat(raisings()).as("it is tried again").hasSize(1);
    managementService.executeJob(timer().getId());
    assertThat(raisings()).as("and not by a second instance").hasSize(1);
  }

  private IncidentNumber p2() {
    return stage.defaultReport().rated(Level.HIGH, Level.MEDIUM).routed();
  }

  private void handTo(IncidentNumber number, String team) {
    stage.as("ada", () -> desk.assign(number, team, null));
    jobs.runDue();
  }

  private void contact(IncidentNumber number, Direction direction) {
    stage.as(
        "ada",
        () ->
            contacts.log(
                new NewContact(
                    number,
                    ContactKind.INCIDENT,
                    null,
                    direction,
                    Channel.EMAIL,
                    StagedDesk.RITA,
                    null,
                    "Words.",
                    Visibility.CLIENT)));
  }

  private static String since(Instant instant) {
    return "No progress since %s, for 2 hours.".formatted(instant);
  }

  /** Lets time pass, and the watch look then. */
  private void lookAfter(Duration time) {
    clock.travelTo(clock.instant().plus(time));
    jobs.runDue();
    managementService.executeJob(timer().getId());
    jobs.runDue();
  }

  private Job timer() {
    return managementService
        .createJobQuery()
        .processDefinitionKey("incident-watch")
        .timers()
        .singleResult();
  }

  private List<Job> raisings() {
    return managementService
        .createJobQuery()
        .processDefinitionKey("incident-watch")
        .messages()
        .list();
  }

  private List<String> raised(IncidentNumber number) {
    return escalations.of(number).stream()
        .flatMap(escalation -> escalation.entries().stream())
        .filter(entry -> entry.kind().equals("RAISED"))
        .map(EscalationView.Entry::text)
        .toList();
  }

  private void setStatus(IncidentNumber number, String status) {
    transaction.executeWithoutResult(
        begun ->
            database.update(
                "update incident set status = ? where number = ?", status, number.value()));
  }
}
