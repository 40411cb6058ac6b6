package dev.baton.sla.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.incident.Channel;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.incident.Visibility;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.incident.reconciliation.ReconciliationReport.Difference;
import dev.baton.incident.reconciliation.ReconciliationReport.DifferenceKind;
import dev.baton.sla.ClockLifecycle;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clock ends, and its verdict stands. */
abstract class EndedClockStories extends ClockStory {

  @Autowired Reconciliation reconciliation;
  @Autowired ClockLifecycle clocks;

  @Test
  void aMessageToTheClientMeetsTheResponseAndAnInternalNoteDoesNot() {
    IncidentNumber number = report().routed();
    at("09:20");
    contact(number, Direction.OUT, Visibility.INTERNAL);
    assertThat(obligation(number, ObligationKind.RESPONSE).state()).isEqualTo(ClockState.RUNNING);

    answer(number);
    jobs.runDue();

    assertThat(obligation(number, ObligationKind.RESPONSE).state()).isEqualTo(ClockState.MET);
    assertThat(obligation(number, ObligationKind.RESPONSE).metAt()).isEqualTo(on("09:20"));
    assertThat(waitsAt(number, ObligationKind.RESPONSE)).isNull();
  }

  @Test
  void aClockReachesNothingOfAnotherIncident() {
    IncidentNumber mine = report().routed();
    long other = obligation(report().routed(), ObligationKind.RESPONSE).id();
    at("13:00");

    assertThatThrownBy(() -> clocks.reach(mine, other))
        .hasMessageContaining("does not belong to " + mine);
    assertThatThrownBy(() -> clocks.conclude(mine, other))
        .hasMessageContaining("does not belong to " + mine);
    assertThatThrownBy(() -> clocks.next(mine, other, "some instance"))
        .hasMessageContaining("does not belong to " + mine);
  }

  @Test
  void claimingStartingAndAssigningMeetNothing() {
    IncidentNumber number = claimed(report().routed());

    assertThat(obligation(number, ObligationKind.RESPONSE).state()).isEqualTo(ClockState.RUNNING);
  }

  @Test
  void reportedOnALiveCallTheResponseIsMetAtOnce() {
    IncidentNumber number = report().via(Channel.PHONE).routed();

    assertThat(obligation(number, ObligationKind.RESPONSE).state()).isEqualTo(ClockState.MET);
    assertThat(obligation(number, ObligationKind.RESPONSE).metAt()).isEqualTo(on("09:00"));
    assertThat(waitsAt(number, ObligationKind.RESPONSE)).isNull();
  }

  @Test
  void closingConcludesEveryObligationAndEndsItsClock() {
    IncidentNumber number = claimed(report().routed());
    at("13:00:01");
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));
    as("ada", () -> desk.confirm(number));

    assertThat(search.get(number).status()).isEqualTo(Status.CLOSED);
    assertThat(obligation(number, ObligationKind.RESPONSE).state()).isEqualTo(ClockState.BREACHED);
    assertThat(obligation(number, ObligationKind.RESOLUTION).state())
        .isEqualTo(ClockState.BREACHED);
    assertThat(obligation(number, ObligationKind.UPDATE).state()).isEqualTo(ClockState.STOPPED);
    for (ObligationKind kind : ObligationKind.values()) {
      assertThat(waitsAt(number, kind)).isNull();
    }
  }

  @Test
  void aCancelledIncidentStopsItsClocks() {
    IncidentNumber number = report().routed();

    as("mona", () -> desk.cancel(number, "Reported twice."));

    assertThat(obligation(number, ObligationKind.RESOLUTION).state()).isEqualTo(ClockState.STOPPED);
    assertThat(waitsAt(number, ObligationKind.RESOLUTION)).isNull();
  }

  @Test
  void aFlowThatEndsFromOutsideStopsThemToo() {
    IncidentNumber number = report().routed();
    String flow =
        runtimeService
            .createProcessInstanceQuery()
            .processDefinitionKey("incident-lifecycle")
            .processInstanceBusinessKey(number.value())
            .singleResult()
            .getId();

    runtimeService.deleteProcessInstance(flow, "No.", true, true);

    assertThat(obligation(number, ObligationKind.RESOLUTION).state()).isEqualTo(ClockState.STOPPED);
  }

  @Test
  void whatIsNoLongerPromisedIsStopped() {
    IncidentNumber number = report().routed();

    as("mona", () -> desk.reprioritise(number, Level.LOW, Level.LOW, "Less."));
    jobs.runDue();

    assertThat(obligation(number, ObligationKind.UPDATE).state()).isEqualTo(ClockState.STOPPED);
    assertThat(waitsAt(number, ObligationKind.UPDATE)).isNull();
  }

  @Test
  void whenAClockHasEndedTheWorkGoesOn() {
    IncidentNumber number = report().rated(Level.HIGH, Level.MEDIUM).routed();
    at("09:10");
    answer(number);
    jobs.runDue();

    claimed(number);
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));

    assertThat(search.get(number).status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void aClockThatEndsFromOutsideIsMissed() {
    IncidentNumber number = report().routed();
    String clockFlow = clockOf(number, ObligationKind.RESPONSE).orElseThrow().getId();
    assertThat(missing(number)).isEmpty();

    runtimeService.deleteProcessInstance(clockFlow, "No.", true, true);

    assertThat(missing(number)).containsExactly(clockFlow);
    assertThat(search.get(number).status()).isEqualTo(Status.ASSIGNED);
  }

  private List<String> missing(IncidentNumber number) {
    return reconciliation.reconcile().differences().stream()
        .filter(difference -> difference.kind() == DifferenceKind.CLOCK_WITHOUT_FLOW)
        .filter(difference -> difference.number().equals(number.value()))
        .map(Difference::engineId)
        .toList();
  }
}
