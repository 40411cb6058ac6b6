package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.baton.engine.NotOffered;
import dev.baton.escalation.process.CoverageVariables;
import dev.baton.escalation.process.EscalationVariables;
import dev.baton.escalation.process.WatchVariables;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.TimelineEntry;
import dev.baton.major.process.MajorVariables;
import dev.baton.sla.process.ClockVariables;
import dev.baton.web.validation.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A form is no guard: the flow itself refuses what does not fit, and then nothing has changed. */
abstract class RefusalStories extends IncidentStory {

  /** Hints of the lifecycle and its clocks, and what the engine counts their instances by. */
  private static final Set<String> KEPT_BY_THE_ENGINE =
      Stream.of(
              IncidentVariables.KEPT,
              ClockVariables.KEPT,
              EscalationVariables.KEPT,
              AbsenceVariables.KEPT,
              MajorVariables.KEPT,
              CoverageVariables.KEPT,
              WatchVariables.KEPT,
              Set.of(
                  "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  @Autowired JdbcTemplate database;

  @Test
  void theOutcomeOfAnEarlierTaskDoesNotCountForTheNext() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.passToSecondLine(number, "Beyond us."));
    claimInTasklist("amir", number);

    refused("amir", number, Map.of());
  }

  @Test
  void aHoldInThePastIsRefused() {
    IncidentNumber number = claimed();

    refused(number, hold("REQUESTER", "2026-03-02T08:59:59Z"))
        .hasMessageContaining("The end of the hold must be in the future");
    refused(number, hold("REQUESTER", "tomorrow"))
        .hasMessageContaining("'tomorrow' is not a date and time");
    refused(number, hold("BOREDOM", "2026-03-03T09:00:00Z")).hasMessageContaining("not one of");
    refused(number, Map.of("outcome", "hold", "holdUntil", "2026-03-03T09:00Z", "note", "x"))
        .hasMessageContaining("what the incident is waiting for");
  }

  @Test
  void aResolutionWithoutCodeOrNoteIsRefused() {
    IncidentNumber number = claimed();

    refused(number, Map.of("outcome", "resolved", "resolutionCode", "FIXED"))
        .isInstanceOf(InvalidInput.class)
        .extracting(refused -> ((InvalidInput) refused).field())
        .isEqualTo("note");
    refused(number, Map.of("outcome", "resolved", "resolutionCode", "FIXED", "note", "  "));
    refused(number, Map.of("outcome", "resolved", "note", "Done."))
        .hasMessageContaining("how the incident was resolved");
    refused(number, Map.of("outcome", "cancel"));
  }

  @Test
  void anUnknownTeamIsRefusedWithTheListOfTeams() {
    IncidentNumber number = claimed();

    refused(number, Map.of("outcome", "reassign", "toTeam", "plumbers", "note", "Leak"))
        .hasMessageStartingWith(
            "Team 'plumbers' does not exist. Known teams: applications, network, ");
    refused(number, Map.of("outcome", "reassign", "note", "Leak")).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aDuplicateOfItselfOrOfNothingIsRefused() {
    IncidentNumber number = claimed();
    IncidentNumber duplicate = stage.defaultReport().routed();
    as("ben", () -> desk.markDuplicate(duplicate, number));

    refused(number, Map.of("outcome", "duplicate", "duplicateOf", number.value()))
        .hasMessageContaining("cannot be a duplicate of itself");
    refused(number, Map.of("outcome", "duplicate", "duplicateOf", "INC-2026-999999"))
        .hasMessageContaining("Incident 'INC-2026-999999' does not exist");
    refused(number, Map.of("outcome", "duplicate", "duplicateOf", duplicate.value()));
    refused(number, Map.of("outcome", "duplicate"));
  }

  @Test
  void anUnknownAssigneeIsRefusedInTasklistAndByTheApi() {
    IncidentNumber number = claimed();
    String task = taskOf(number).getId();

    refusedAct(
            number, () -> stage.inTasklist("mona", () -> taskService.setAssignee(task, "nobody")))
        .hasStackTraceContaining("No one called 'nobody' may work");
    refusedAct(number, () -> as("mona", () -> desk.assign(number, null, "nobody")))
        .isInstanceOf(InvalidInput.class);
    refusedAct(number, () -> as("mona", () -> desk.assign(number, "network", "nobody")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void whoIsNoAgentClaimsNothing() {
    IncidentNumber number = stage.defaultReport().routed();

    refusedAct(number, () -> as("visitor", () -> desk.claim(number)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("There is no active agent 'visitor'.");
  }

  @Test
  void aRejectionWithoutAWordIsRefusedInTasklist() {
    IncidentNumber number = claimed();
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));

    refused(number, Map.of("outcome", "rejected"))
        .isInstanceOf(InvalidInput.class)
        .extracting(refused -> ((InvalidInput) refused).field())
        .isEqualTo("note");
  }

  @Test
  void whatTheFlowDoesNotOfferIsRefused() {
    IncidentNumber received = stage.defaultReport().report();
    refusedAct(received, () -> as("ada", () -> desk.claim(received)))
        .isInstanceOf(NotOffered.class)
        .hasMessageContaining("not ready");
    refusedAct(received, () -> as("ada", () -> desk.start(received)))
        .isInstanceOf(NotOffered.class);

    IncidentNumber number = claimed();
    refusedAct(number, () -> as("ada", () -> desk.resume(number, null)))
        .isInstanceOf(NotOffered.class);
    refusedAct(number, () -> as("ada", () -> desk.confirm(number))).isInstanceOf(NotOffered.class);
    refusedAct(number, () -> as("ada", () -> desk.reopen(number, "Why?")))
        .isInstanceOf(NotOffered.class);
  }

  @Test
  void noFreeTextStaysInTheEngine() {
    String secret = "my password is hunter2";
    IncidentNumber number = stage.defaultReport().described(secret + " (description)").routed();
    claimInTasklist("ada", number);
    submit("ada", number, Map.of("outcome", "passToSecondLine", "note", secret + " (pass)"));
    claimInTasklist("amir", number);
    submit(
        "amir",
        number,
        Map.of(
            "outcome", "hold",
            "holdReason", "SUPPLIER",
            "holdUntil", "2026-03-03T09:00:00Z",
            "note", secret + " (hold)"));
    as("amir", () -> desk.resume(number, secret + " (resume)"));
    as(
        "amir",
        () ->
            desk.hold(
                number,
                HoldReason.CHANGE,
                clock.instant().plus(Duration.ofDays(1)),
                secret + " (hold again)"));
    after(Duration.ofDays(1));
    as("amir", () -> desk.resolve(number, ResolutionCode.FIXED, secret + " (resolve)"));
    as("amir", () -> desk.reopen(number, secret + " (reopen)"));
    submit("amir", number, Map.of("outcome", "nonsense", "note", secret + " (brought back)"));

    assertThat(timeline.of(number, false, Pageable.ofSize(1_000)).getContent())
        .filteredOn(entry -> entry.text().contains(secret))
        .hasSize(7);
    for (String table : List.of("ACT_RU_VARIABLE", "ACT_HI_VARINST", "ACT_HI_DETAIL")) {
      assertThat(
              database.queryForList(
                  "select TEXT_ from " + table + " where TEXT_ like ? or TEXT2_ like ?",
                  String.class,
                  "%" + secret + "%",
                  "%" + secret + "%"))
          .as(table)
          .isEmpty();
    }
    assertThat(
            database.queryForObject(
                "select count(*) from ACT_GE_BYTEARRAY where instr(BYTES_, ?) > 0",
                Long.class,
                secret))
        .isZero();
    assertThat(database.queryForList("select distinct NAME_ from ACT_HI_VARINST", String.class))
        .isSubsetOf(KEPT_BY_THE_ENGINE);
  }

  private IncidentNumber claimed() {
    IncidentNumber number = stage.defaultReport().routed();
    claimInTasklist("ada", number);
    return number;
  }

  private static Map<String, Object> hold(String reason, String until) {
    return Map.of("outcome", "hold", "holdReason", reason, "holdUntil", until, "note", "We wait.");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(
      IncidentNumber number, Map<String, Object> form) {
    return refused("ada", number, form);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(
      String login, IncidentNumber number, Map<String, Object> form) {
    return refusedAct(number, () -> submit(login, number, form));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusedAct(
      IncidentNumber number, ThrowingCallable act) {
    Everything before = everything(number);
    Throwable thrown = catchThrowable(act);
    assertThat(thrown).as("a refusal").isNotNull();
    assertThat(everything(number)).isEqualTo(before);
    return assertThat(thrown);
  }

  private record Everything(
      IncidentView incident,
      List<TimelineEntry> timeline,
      String task,
      String assignee,
      Map<String, Object> variables) {}

  private Everything everything(IncidentNumber number) {
    var task = taskOf(number);
    return new Everything(
        incident(number),
        timeline.of(number, false, Pageable.ofSize(1_000)).getContent(),
        task == null ? null : task.getId(),
        task == null ? null : task.getAssignee(),
        runtimeService.getVariables(flowOf(number).getId()));
  }
}
