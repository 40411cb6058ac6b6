package dev.baton.flow.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.flow.backtest.Views;
import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.Logs;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.flow.backtest.replay.RecordedDesk;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import dev.baton.flow.backtest.replay.SkippedEvent;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final String RESOLVED = "2021-03-01T10:00:00Z";
  private static final String FIVE_DAYS_LATER = "2021-03-06T10:00:00Z";

  @Test
  void agreesOnAnIncidentThatEndedAlike() {
    Comparison comparison =
        Comparison.of(List.of(closedByTimer(RESOLVED, "2021-03-06T10:45:00Z")), false);

    assertThat(comparison.disagreements()).isEmpty();
    assertThat(comparison.agreements()).extracting(OutcomeMatch::cases).containsOnly(1);
    assertThat(comparison.agreements()).extracting(OutcomeMatch::share).containsOnly(1.0);
  }

  @Test
  void takesNoGroupForFirstLine() {
    ReplayedIncident incident = new ReplayedIncident("INC1");
    incident.passed(Logs.row().group(null).build());
    incident.nowIs(Views.view().status(Status.ASSIGNED).team("service-desk").build());

    assertThat(Comparison.of(List.of(incident), false).disagreements()).isEmpty();
  }

  @Test
  void takesANamesakeForTheGroupOfThatName() {
    ReplayedIncident incident = new ReplayedIncident("INC1");
    incident.passed(Logs.row().build());
    incident.passed(Logs.row().reassigned(1).build());
    incident.nowIs(
        Views.view().status(Status.ASSIGNED).team("group-1-namesake").reassignments(1).build());

    assertThat(Comparison.of(List.of(incident), false).disagreements()).isEmpty();
  }

  @Test
  void namesEverythingThatEndedOtherwise() {
    ReplayedIncident incident = new ReplayedIncident("INC1");
    incident.passed(
        Logs.row()
            .state(RecordedState.ACTIVE)
            .assignee("Resolver 1")
            .reassigned(0)
            .reopened(2)
            .priority(Priority.P1)
            .build());
    incident.nowIs(Views.view().status(Status.RESOLVED).team("group-9").reassignments(3).build());

    assertThat(Comparison.of(List.of(incident), false).disagreements())
        .extracting(Disagreement::what, Disagreement::log, Disagreement::baton)
        .containsExactly(
            tuple("status", "Active", "RESOLVED"),
            tuple("priority", "P1", "P3"),
            tuple("team", "group-1", "group-9"),
            tuple("assignee", "resolver-1", "nothing"),
            tuple("reassignments", "0", "3"),
            tuple("reopenings", "2", "0"));
  }

  @Test
  void anIncidentThatBatonNeverKnewAgreesInNothing() {
    ReplayedIncident incident = new ReplayedIncident("INC1");
    incident.passed(Logs.row().build());

    assertThat(Comparison.of(List.of(incident), false).agreements())
        .filteredOn(agreement -> agreement.cases() > 0)
        .hasSize(6)
        .extracting(OutcomeMatch::agreed)
        .containsOnly(0);
  }

  @Test
  void comparesAutomaticClosingOnlyWhereTheLogsJobClosedInTheHourAfterTheFifthDay() {
    List<ReplayedIncident> tooSoonOrLate =
        List.of(
            closedByTimer(RESOLVED, "2021-03-06T09:59:00Z"),
            closedByTimer(RESOLVED, "2021-03-06T11:01:00Z"));

    assertThat(autoClose(Comparison.of(tooSoonOrLate, false)).cases()).isZero();
    assertThat(
            autoClose(Comparison.of(List.of(closedByTimer(RESOLVED, FIVE_DAYS_LATER)), false))
                .cases())
        .isEqualTo(1);
  }

  @Test
  void anIncidentThatTheLogHadToCloseWasNotClosedAutomatically() {
    ReplayedIncident incident = resolved(RESOLVED);
    incident.confirmed(Views.view().status(Status.CLOSED).closedAt(FIVE_DAYS_LATER).build());
    incident.passed(closing(RESOLVED, FIVE_DAYS_LATER));

    assertThat(autoClose(Comparison.of(List.of(incident), false)))
        .extracting(OutcomeMatch::agreed)
        .isEqualTo(0);
  }

  @Test
  void findsTheCauseInTheLogsOddities() {
    ReplayedIncident miscounted = new ReplayedIncident("INC1");
    miscounted.passed(Logs.row().build());
    miscounted.passed(Logs.row().group("Group 2").reassigned(0).build());
    miscounted.nowIs(Views.view().status(Status.ASSIGNED).team("group-2").reassignments(1).build());
    ReplayedIncident reopened = new ReplayedIncident("INC2");
    reopened.passed(Logs.row().state(RecordedState.CLOSED).build());
    LogRow oddity = Logs.row().line(3).state(RecordedState.ACTIVE).reopened(1).build();
    reopened.refuse(oddity, SkippedEvent.REOPENS_CLOSED);
    reopened.passed(oddity);
    reopened.nowIs(Views.view().status(Status.CLOSED).build());
    ReplayedIncident filledInLater = closedByTimer(RESOLVED, FIVE_DAYS_LATER);
    filledInLater.nowIs(
        Views.view().status(Status.CLOSED).closedAt("2021-03-09T10:00:00Z").build());

    assertThat(Comparison.of(List.of(miscounted, reopened, filledInLater), false).disagreements())
        .extracting(Disagreement::cause)
        .containsExactly(
            DisagreementCause.COUNT_GAP,
            SkippedEvent.REOPENS_CLOSED.reason(),
            DisagreementCause.UNEXPLAINED);
  }

  private static OutcomeMatch autoClose(Comparison comparison) {
    return comparison.agreements().get(ComparedAspect.AUTO_CLOSE.ordinal());
  }

  private static ReplayedIncident closedByTimer(String resolvedAt, String closedInLog) {
    ReplayedIncident incident = resolved(resolvedAt);
    incident.passed(closing(resolvedAt, closedInLog));
    incident.nowIs(
        Views.view()
            .status(Status.CLOSED)
            .closedAt(Instant.parse(resolvedAt).plus(RecordedDesk.CONFIRMATION).toString())
            .build());
    return incident;
  }

  private static ReplayedIncident resolved(String at) {
    ReplayedIncident incident = new ReplayedIncident("INC1");
    incident.passed(Logs.row().build());
    incident.passed(Logs.row().state(RecordedState.RESOLVED).at(at).resolvedAt(at).build());
    return incident;
  }

  private static LogRow closing(String resolvedAt, String at) {
    return Logs.row().state(RecordedState.CLOSED).at(at).resolvedAt(resolvedAt).build();
  }
}
