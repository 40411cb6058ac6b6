package dev.baton.sla.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import org.junit.jupiter.api.Test;

/** A clock pauses and goes on. */
abstract class PausedClockStories extends ClockStory {

  @Test
  void aHoldPausesTheResolutionAndNotTheResponse() {
    IncidentNumber number = claimed(report().routed());
    at("09:30");

    held(number, HoldReason.REQUESTER, "17:00");

    assertThat(obligation(number, ObligationKind.RESOLUTION).state()).isEqualTo(ClockState.PAUSED);
    assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isNull();
    assertThat(waitsAt(number, ObligationKind.RESOLUTION)).isEqualTo("clockResumed");
    assertThat(waitsAt(number, ObligationKind.RESPONSE)).isEqualTo("milestoneReached");
    at("16:00");
    assertThat(milestones(number, ObligationKind.RESOLUTION)).isEmpty();

    as("ada", () -> desk.resume(number, "They wrote."));
    assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isEqualTo(onTuesday("10:30"));
    assertThat(waitsAt(number, ObligationKind.RESOLUTION)).isEqualTo("milestoneReached");
  }

  @Test
  void aQuestionToTheRequesterThatComesWithTheHoldIsAnAnswer() {
    IncidentNumber number = claimed(report().routed());
    at("09:30");

    as("ada", () -> desk.hold(number, HoldReason.REQUESTER, on("17:00"), "Which printer is it?"));

    assertThat(obligation(number, ObligationKind.RESPONSE).state()).isEqualTo(ClockState.MET);
    assertThat(obligation(number, ObligationKind.RESOLUTION).state()).isEqualTo(ClockState.PAUSED);
  }

  @Test
  void pausedAndResumedAtOnceNothingMoves() {
    IncidentNumber number = claimed(report().routed());
    at("10:10");

    held(number, HoldReason.REQUESTER, "17:00");
    as("ada", () -> desk.resume(number, "Never mind."));

    assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isEqualTo(on("13:00"));
  }

  @Test
  void aHoldTheAgreementDoesNotPauseForIsNoPause() {
    IncidentNumber number = claimed(report().routed());

    held(number, HoldReason.PROBLEM, "17:00");

    assertThat(obligation(number, ObligationKind.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
  }

  @Test
  void pastDueAndAllToldItPausesAndGoesOnPastDue() {
    IncidentNumber number = claimed(report().routed());
    at("14:00");
    assertThat(waitsAt(number, ObligationKind.RESOLUTION)).isEqualTo("clockResumedLate");

    held(number, HoldReason.REQUESTER, "17:00");
    assertThat(waitsAt(number, ObligationKind.RESOLUTION)).isEqualTo("clockResumed");
    as("ada", () -> desk.resume(number, "Go on."));

    assertThat(waitsAt(number, ObligationKind.RESOLUTION)).isEqualTo("clockResumedLate");
    assertThat(obligation(number, ObligationKind.RESOLUTION).breachedAt()).isEqualTo(on("13:00"));
    assertThat(milestones(number, ObligationKind.RESOLUTION)).hasSize(3);
  }

  @Test
  void resolvedTimeDoesNotCountAndReopeningResumesTheSameClock() {
    IncidentNumber number = claimed(report().routed());
    at("10:00");
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));
    assertThat(obligation(number, ObligationKind.RESOLUTION).state()).isEqualTo(ClockState.MET);
    assertThat(obligation(number, ObligationKind.RESOLUTION).metAt()).isEqualTo(on("10:00"));

    at("15:00");
    as("ada", () -> desk.reopen(number, "It is not."));

    assertThat(obligation(number, ObligationKind.RESOLUTION).state()).isEqualTo(ClockState.RUNNING);
    assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isEqualTo(on("18:00"));
    assertThat(waitsAt(number, ObligationKind.RESOLUTION)).isEqualTo("milestoneReached");
  }

  @Test
  void newsIsOwedFromTheQuestionUntilTheAnswer() {
    IncidentNumber number = claimed(report().routed());
    at("09:10");
    answer(number);
    at("09:20");
    ask(number);
    assertThat(obligation(number, ObligationKind.UPDATE).dueAt()).isEqualTo(on("10:20"));
    assertThat(waitsAt(number, ObligationKind.UPDATE)).isEqualTo("milestoneReached");

    at("10:05");
    assertThat(milestones(number, ObligationKind.UPDATE)).containsExactly("AT_RISK_75");
    answer(number);
    assertThat(waitsAt(number, ObligationKind.UPDATE)).isEqualTo("clockResumed");

    at("11:00");
    ask(number);
    at("11:45");
    assertThat(milestones(number, ObligationKind.UPDATE))
        .containsExactly("AT_RISK_75", "AT_RISK_75");
  }

  @Test
  void newsEveryHourIsOwedFromEachMessageUntilItIsResolved() {
    IncidentNumber number = claimed(report().urgent().routed());
    assertThat(obligation(number, ObligationKind.UPDATE).state()).isEqualTo(ClockState.WAITING);
    at("09:10");
    answer(number);
    at("09:40");
    answer(number);
    assertThat(obligation(number, ObligationKind.UPDATE).dueAt()).isEqualTo(on("10:40"));

    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));
    assertThat(waitsAt(number, ObligationKind.UPDATE)).isEqualTo("clockResumed");

    at("12:00");
    assertThat(milestones(number, ObligationKind.UPDATE)).isEmpty();
    as("ada", () -> desk.reopen(number, "It is not."));
    assertThat(obligation(number, ObligationKind.UPDATE).dueAt()).isEqualTo(on("13:00"));
  }

  @Test
  void whoeverTellsAWaitingClockToGoOnMakesItLookAgain() {
    IncidentNumber number = claimed(report().routed());
    at("14:00");

    runtimeService
        .createMessageCorrelation("clockResumed")
        .processInstanceId(clockOf(number, ObligationKind.RESOLUTION).orElseThrow().getId())
        .correlate();

    assertThat(waitsAt(number, ObligationKind.RESOLUTION)).isEqualTo("clockResumedLate");
    assertThat(milestones(number, ObligationKind.RESOLUTION)).hasSize(3);
  }
}
