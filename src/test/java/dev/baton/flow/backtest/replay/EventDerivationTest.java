package dev.baton.flow.backtest.replay;

import static dev.baton.flow.backtest.log.RecordedState.ACTIVE;
import static dev.baton.flow.backtest.log.RecordedState.AWAITING_EVIDENCE;
import static dev.baton.flow.backtest.log.RecordedState.AWAITING_PROBLEM;
import static dev.baton.flow.backtest.log.RecordedState.AWAITING_USER_INFO;
import static dev.baton.flow.backtest.log.RecordedState.AWAITING_VENDOR;
import static dev.baton.flow.backtest.log.RecordedState.CLOSED;
import static dev.baton.flow.backtest.log.RecordedState.NEW;
import static dev.baton.flow.backtest.log.RecordedState.RESOLVED;
import static dev.baton.flow.backtest.log.RecordedState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.Logs;
import dev.baton.flow.backtest.log.RecordedGroup;
import dev.baton.flow.backtest.log.RecordedIncident;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Level;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventDerivationTest {

  private static final ReplayStep REPORT = new ReplayStep.Report();
  private static final ReplayStep START = new ReplayStep.Start();
  private static final ReplayStep RESUME = new ReplayStep.Resume();
  private static final ReplayStep RESOLVE = new ReplayStep.Resolve();
  private static final ReplayStep REOPEN = new ReplayStep.Reopen();
  private static final ReplayStep CONFIRM = new ReplayStep.Confirm();
  private static final ReplayStep FOR_REQUESTER = new ReplayStep.Hold(HoldReason.REQUESTER);
  private static final ReplayStep FOR_SUPPLIER = new ReplayStep.Hold(HoldReason.SUPPLIER);
  private static final RecordedGroup GROUP_2 = RecordedGroup.named("Group 2");
  private static final ReplayStep FOR_PROBLEM = new ReplayStep.Hold(HoldReason.PROBLEM);

  static Stream<Arguments> moves() {
    return Stream.of(
        arguments(NEW, NEW, List.of()),
        arguments(NEW, ACTIVE, List.of(START)),
        arguments(NEW, AWAITING_USER_INFO, List.of(FOR_REQUESTER)),
        arguments(NEW, AWAITING_EVIDENCE, List.of(FOR_REQUESTER)),
        arguments(NEW, AWAITING_VENDOR, List.of(FOR_SUPPLIER)),
        arguments(NEW, AWAITING_PROBLEM, List.of(FOR_PROBLEM)),
        arguments(NEW, RESOLVED, List.of(RESOLVE)),
        arguments(NEW, CLOSED, List.of(RESOLVE, CONFIRM)),
        arguments(NEW, UNKNOWN, List.of(new ReplayStep.Refuse(SkippedEvent.UNKNOWN_STATE))),
        arguments(ACTIVE, ACTIVE, List.of()),
        arguments(ACTIVE, NEW, List.of(new ReplayStep.Refuse(SkippedEvent.BACK_TO_NEW))),
        arguments(ACTIVE, AWAITING_VENDOR, List.of(FOR_SUPPLIER)),
        arguments(ACTIVE, RESOLVED, List.of(RESOLVE)),
        arguments(ACTIVE, CLOSED, List.of(RESOLVE, CONFIRM)),
        arguments(AWAITING_VENDOR, AWAITING_VENDOR, List.of()),
        arguments(AWAITING_VENDOR, AWAITING_PROBLEM, List.of(FOR_PROBLEM)),
        arguments(AWAITING_USER_INFO, AWAITING_EVIDENCE, List.of(FOR_REQUESTER)),
        arguments(AWAITING_VENDOR, ACTIVE, List.of(RESUME)),
        arguments(AWAITING_VENDOR, RESOLVED, List.of(RESUME, RESOLVE)),
        arguments(AWAITING_USER_INFO, CLOSED, List.of(RESUME, RESOLVE, CONFIRM)),
        arguments(RESOLVED, RESOLVED, List.of(RESOLVE)),
        arguments(RESOLVED, ACTIVE, List.of(REOPEN)),
        arguments(RESOLVED, AWAITING_USER_INFO, List.of(REOPEN, FOR_REQUESTER)),
        arguments(RESOLVED, CLOSED, List.of(CONFIRM)),
        arguments(CLOSED, CLOSED, List.of()),
        arguments(CLOSED, ACTIVE, List.of(new ReplayStep.Refuse(SkippedEvent.REOPENS_CLOSED))),
        arguments(CLOSED, RESOLVED, List.of(new ReplayStep.Refuse(SkippedEvent.REOPENS_CLOSED))));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("moves")
  void followsTheStateOfTheLog(RecordedState from, RecordedState to, List<ReplayStep> steps) {
    assertThat(EventDerivation.stepsTo(Logs.row().state(to).build(), standing(from)))
        .isEqualTo(steps);
  }

  static Stream<Arguments> beginnings() {
    return Stream.of(
        arguments(NEW, List.of(REPORT)),
        arguments(ACTIVE, List.of(REPORT, START)),
        arguments(AWAITING_PROBLEM, List.of(REPORT, FOR_PROBLEM)),
        arguments(RESOLVED, List.of(REPORT, RESOLVE)),
        arguments(CLOSED, List.of(REPORT, RESOLVE, CONFIRM)));
  }

  @ParameterizedTest(name = "a log that begins {0}")
  @MethodSource("beginnings")
  void reportsTheFirstRowAndDoesWhatLedToItsState(RecordedState first, List<ReplayStep> steps) {
    assertThat(EventDerivation.stepsTo(Logs.row().state(first).build(), null)).isEqualTo(steps);
  }

  @Test
  void givesTheReportedIncidentToThePersonOfTheFirstRow() {
    LogRow first = Logs.row().assignee("Resolver 1").build();

    assertThat(EventDerivation.stepsTo(first, null))
        .containsExactly(REPORT, new ReplayStep.AssignPerson("Resolver 1"));
  }

  @Test
  void aNewPersonWhoBeginsHasClaimedIt() {
    LogRow row = Logs.row().state(ACTIVE).assignee("Resolver 1").build();

    assertThat(EventDerivation.stepsTo(row, standing(NEW)))
        .containsExactly(new ReplayStep.Claim("Resolver 1"));
    assertThat(EventDerivation.stepsTo(row, null))
        .containsExactly(REPORT, new ReplayStep.Claim("Resolver 1"));
  }

  @Test
  void aPersonWhoTakesOverFromAnotherAndBeginsIsAssignedAndStarts() {
    RecordedIncident before =
        RecordedIncident.after(null, Logs.row().assignee("Resolver 1").build());

    assertThat(
            EventDerivation.stepsTo(
                Logs.row().state(ACTIVE).assignee("Resolver 2").build(), before))
        .containsExactly(new ReplayStep.AssignPerson("Resolver 2"), START);
  }

  @Test
  void anotherGroupTakesThePersonAlong() {
    LogRow row = Logs.row().group("Group 2").assignee("Resolver 1").build();
    RecordedIncident before =
        RecordedIncident.after(null, Logs.row().assignee("Resolver 1").build());

    assertThat(EventDerivation.stepsTo(row, before))
        .containsExactly(new ReplayStep.AssignGroup(GROUP_2, "Resolver 1"));
  }

  @Test
  void noGroupIsAGroupToo() {
    assertThat(EventDerivation.stepsTo(Logs.row().group(null).build(), standing(NEW)))
        .containsExactly(new ReplayStep.AssignGroup(RecordedGroup.named(null), null));
  }

  @Test
  void aReassignmentThatIsCountedAndNotNamedGoesToTheNamesakeAndBack() {
    RecordedGroup group = RecordedGroup.named("Group 1");
    RecordedIncident before = standing(NEW);

    LogRow counted = Logs.row().reassigned(1).build();
    assertThat(EventDerivation.stepsTo(counted, before))
        .containsExactly(new ReplayStep.AssignGroup(group.other(), null));
    assertThat(
            EventDerivation.stepsTo(
                Logs.row().reassigned(2).build(), RecordedIncident.after(before, counted)))
        .containsExactly(new ReplayStep.AssignGroup(group, null));
    assertThat(EventDerivation.stepsTo(Logs.row().reassigned(2).build(), before))
        .containsExactly(
            new ReplayStep.AssignGroup(group.other(), null),
            new ReplayStep.AssignGroup(group, null));
    assertThat(EventDerivation.stepsTo(Logs.row().group("Group 2").reassigned(2).build(), before))
        .containsExactly(
            new ReplayStep.AssignGroup(GROUP_2, null),
            new ReplayStep.AssignGroup(GROUP_2.other(), null));
  }

  @Test
  void aCountThatFallsHandsItToNobody() {
    RecordedIncident before = RecordedIncident.after(null, Logs.row().reassigned(3).build());

    assertThat(EventDerivation.stepsTo(Logs.row().reassigned(1).build(), before)).isEmpty();
  }

  @Test
  void aPersonWhoIsGoneReleasesIt() {
    RecordedIncident before =
        RecordedIncident.after(null, Logs.row().state(ACTIVE).assignee("Resolver 1").build());

    assertThat(EventDerivation.stepsTo(Logs.row().state(ACTIVE).build(), before))
        .containsExactly(new ReplayStep.Release());
  }

  @Test
  void takesTeamThenPersonThenPriorityThenState() {
    LogRow row =
        Logs.row()
            .state(ACTIVE)
            .group("Group 2")
            .assignee("Resolver 1")
            .levels(Level.HIGH, Level.LOW)
            .build();

    assertThat(EventDerivation.stepsTo(row, standing(NEW)))
        .containsExactly(
            new ReplayStep.AssignGroup(GROUP_2, null),
            new ReplayStep.Reprioritise(Level.HIGH, Level.LOW),
            new ReplayStep.Claim("Resolver 1"));
  }

  @Test
  void aMissingImpactIsNoChange() {
    assertThat(EventDerivation.stepsTo(Logs.row().levels(null, null).build(), standing(NEW)))
        .isEmpty();
  }

  @Test
  void afterAnUnknownStateGoesOnFromTheOneBefore() {
    RecordedIncident odd = RecordedIncident.after(standing(NEW), Logs.row().state(UNKNOWN).build());

    assertThat(EventDerivation.stepsTo(Logs.row().state(RESOLVED).build(), odd))
        .containsExactly(RESOLVE);
  }

  @Test
  void whatWasFilledInAfterwardsHasNoSay() {
    LogRow row = Logs.row().resolvedAt("2021-03-01T07:00:00Z").build();

    assertThat(EventDerivation.stepsTo(row, standing(NEW))).isEmpty();
  }

  private static RecordedIncident standing(RecordedState state) {
    return RecordedIncident.after(null, Logs.row().state(state).build());
  }
}
