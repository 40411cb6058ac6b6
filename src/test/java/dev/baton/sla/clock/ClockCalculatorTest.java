package dev.baton.sla.clock;

import static dev.baton.sla.clock.ClockEvent.Type.ANSWERED;
import static dev.baton.sla.clock.ClockEvent.Type.ASSIGNED;
import static dev.baton.sla.clock.ClockEvent.Type.CANCELLED;
import static dev.baton.sla.clock.ClockEvent.Type.CLIENT_WROTE;
import static dev.baton.sla.clock.ClockEvent.Type.CLOSED;
import static dev.baton.sla.clock.ClockEvent.Type.REOPENED;
import static dev.baton.sla.clock.ClockEvent.Type.RESOLVED;
import static dev.baton.sla.clock.ClockEvent.Type.RESUMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.HoldReason;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.ClockStart;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a clock shows, by the rules for deadlines. All times are of one day, in hours 09-18. */
class ClockCalculatorTest {

  private static final Terms TWO_HOURS = SampleTerms.resolution("120 working minutes");

  private final List<ClockEvent> events = new ArrayList<>();

  @Nested
  class Resolution {

    @Test
    void pausesAndResolvedTimeDoNotCount() {
      held("09:30");
      happened("09:45", RESUMED);
      happened("10:00", RESOLVED);
      happened("10:30", REOPENED);

      ClockSnapshot clock = read(TWO_HOURS, "09:00", "10:30");

      assertThat(clock.dueAt()).isEqualTo(at("11:45"));
      assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
      assertThat(clock.used()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void aHoldOfFiveHoursMovesTheDeadlineByFiveHours() {
      held("10:00");
      happened("15:00", RESUMED);

      assertThat(read(TWO_HOURS, "09:00", "15:00").dueAt()).isEqualTo(at("16:00"));
    }

    @Test
    void onHoldNoInstantIsPromised() {
      held("10:00");

      ClockSnapshot clock = read(TWO_HOURS, "09:00", "17:00");

      assertThat(clock.state()).isEqualTo(ClockState.PAUSED);
      assertThat(clock.dueAt()).isNull();
      assertThat(clock.breachedAt()).isNull();
    }

    @Test
    void workingTimeUsedLeavesTheHoldOut() {
      held("10:00");
      happened("10:30", RESUMED);
      happened("12:00", CLOSED);

      ClockSnapshot clock = read(SampleTerms.resolution("4 working hours"), "09:00", "12:00");

      assertThat(clock.used()).isEqualTo(Duration.ofMinutes(150));
      assertThat(clock.state()).isEqualTo(ClockState.MET);
    }

    @Test
    void aChangeOfPriorityKeepsElapsedAndHold() {
      Terms p3 = SampleTerms.resolution("8 working hours");
      Terms p2 = SampleTerms.resolution("4 working hours");
      held("10:00");
      happened("12:00", RESUMED);
      retargeted("14:00", p2);

      ClockSnapshot clock = read(p3, "09:00", "14:00");

      assertThat(clock.used()).isEqualTo(Duration.ofHours(3));
      assertThat(clock.dueAt()).isEqualTo(at("15:00"));
      assertThat(clock.epoch()).isEqualTo(1);
    }

    @Test
    void aRetargetThatMakesItLateIsOneBreachAtThatMoment() {
      retargeted("14:00", TWO_HOURS);

      ClockSnapshot clock = read(SampleTerms.resolution("8 working hours"), "09:00", "14:00:01");

      assertThat(clock.dueAt()).isEqualTo(at("11:00"));
      assertThat(clock.breachedAt()).isEqualTo(at("14:00"));
      assertThat(clock.breachCause()).isEqualTo(ClockEvent.Type.RETARGETED);
    }

    @Test
    void aBreachIsStrictlyAfterDue() {
      assertThat(read(TWO_HOURS, "09:00", "11:00").breachedAt()).isNull();
      assertThat(read(TWO_HOURS, "09:00", "11:00:01").breachedAt()).isEqualTo(at("11:00"));
      happened("11:00", RESOLVED);
      assertThat(read(TWO_HOURS, "09:00", "12:00").state()).isEqualTo(ClockState.MET);
    }

    @Test
    void resolvedTooLateIsABreach() {
      happened("11:00:01", RESOLVED);
      happened("17:00", CLOSED);

      ClockSnapshot clock = read(TWO_HOURS, "09:00", "17:00");

      assertThat(clock.state()).isEqualTo(ClockState.BREACHED);
      assertThat(clock.metAt()).isEqualTo(at("11:00:01"));
      assertThat(clock.breachedAt()).isEqualTo(at("11:00"));
    }

    @Test
    void resolvedClosedAndReopenedItGoesOn() {
      happened("10:00", RESOLVED);
      happened("12:00", CLOSED);
      happened("16:00", REOPENED);

      ClockSnapshot clock = read(TWO_HOURS, "09:00", "16:30");

      assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
      assertThat(clock.isOver()).isFalse();
      assertThat(clock.dueAt()).isEqualTo(at("17:00"));
      assertThat(clock.used()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void aHoldThatTheAgreementDoesNotPauseForIsRunningTime() {
      events.add(
          new ClockEvent(at("10:00"), ClockEvent.Type.HELD, HoldReason.PROBLEM, null, "ada"));

      assertThat(read(TWO_HOURS, "09:00", "10:30").dueAt()).isEqualTo(at("11:00"));
    }

    @Test
    void dueExactlyAtClosingIsTheClosingTime() {
      assertThat(read(TWO_HOURS, "16:00", "16:00").dueAt()).isEqualTo(at("18:00"));
    }

    @Test
    void untilClosedEvenResolvedTimeCounts() {
      Terms closing =
          SampleTerms.terms(
              ObligationKind.RESOLUTION,
              "120 working minutes",
              SampleTerms.NINE_TO_SIX,
              ClockStart.OPENED,
              ClockStop.CLOSED);
      happened("10:00", RESOLVED);
      happened("11:30", CLOSED);

      assertThat(read(closing, "09:00", "11:30").state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void fromAssignmentItWaitsForTheTeam() {
      Terms assigned =
          SampleTerms.terms(
              ObligationKind.RESOLUTION,
              "120 working minutes",
              SampleTerms.NINE_TO_SIX,
              ClockStart.ASSIGNED,
              ClockStop.RESOLVED);
      assertThat(read(assigned, "09:00", "09:10").state()).isEqualTo(ClockState.WAITING);

      happened("09:20", ASSIGNED);
      assertThat(read(assigned, "09:00", "09:30").dueAt()).isEqualTo(at("11:20"));
    }

    @Test
    void cancelledThereIsNoVerdict() {
      happened("10:00", CANCELLED);

      assertThat(read(TWO_HOURS, "09:00", "17:00").state()).isEqualTo(ClockState.STOPPED);
    }

    @Test
    void theEndOfTheWorkingDayIsClosingTime() {
      Terms today = SampleTerms.resolution("end of working day");

      assertThat(read(today, "09:30", "09:30").dueAt()).isEqualTo(at("18:00"));
    }
  }

  @Nested
  class Response {

    private final Terms oneHour = SampleTerms.response("60 working minutes");

    @Test
    void aHoldDoesNotPauseIt() {
      held("09:10");

      assertThat(read(oneHour, "09:00", "09:30").dueAt()).isEqualTo(at("10:00"));
    }

    @Test
    void theFirstMessageMeetsItAndEndsIt() {
      happened("09:59", ANSWERED);
      happened("12:00", ANSWERED);

      ClockSnapshot clock = read(oneHour, "09:00", "13:00");

      assertThat(clock.state()).isEqualTo(ClockState.MET);
      assertThat(clock.metAt()).isEqualTo(at("09:59"));
      assertThat(clock.dueAt()).as("until when there was time").isEqualTo(at("10:00"));
      assertThat(clock.isOver()).isTrue();
    }

    @Test
    void onALiveCallItIsMetAtOnce() {
      happened("09:00", ANSWERED);

      assertThat(read(oneHour, "09:00", "09:00").state()).isEqualTo(ClockState.MET);
    }
  }

  @Nested
  class Updates {

    @Test
    void beginAfterTheResponseAtTheOldestUnansweredContact() {
      Terms hourly = SampleTerms.update("60 working minutes", ClockStart.UNANSWERED);
      happened("09:05", CLIENT_WROTE);
      happened("09:10", ANSWERED);
      assertThat(read(hourly, "09:00", "09:30").state()).isEqualTo(ClockState.WAITING);

      happened("09:40", CLIENT_WROTE);
      happened("09:55", CLIENT_WROTE);
      assertThat(read(hourly, "09:00", "10:00").dueAt()).isEqualTo(at("10:40"));

      happened("10:20", ANSWERED);
      assertThat(read(hourly, "09:00", "10:30").state()).isEqualTo(ClockState.WAITING);

      happened("11:00", CLIENT_WROTE);
      ClockSnapshot second = read(hourly, "09:00", "11:10");
      assertThat(second.dueAt()).isEqualTo(at("12:00"));
      assertThat(second.epoch()).isEqualTo(1);
    }

    @Test
    void promisedEveryHourTheyCountFromTheLastMessage() {
      Terms hourly = SampleTerms.update("60 working minutes", ClockStart.LAST_MESSAGE);
      happened("09:10", ANSWERED);
      assertThat(read(hourly, "09:00", "09:10").dueAt()).isEqualTo(at("10:10"));

      happened("09:50", ANSWERED);
      assertThat(read(hourly, "09:00", "10:00").dueAt()).isEqualTo(at("10:50"));
    }

    @Test
    void oneLateRoundIsABreachInTheEnd() {
      Terms hourly = SampleTerms.update("60 working minutes", ClockStart.UNANSWERED);
      happened("09:10", ANSWERED);
      happened("09:20", CLIENT_WROTE);
      happened("11:00", ANSWERED);
      happened("11:10", CLIENT_WROTE);
      happened("11:20", ANSWERED);
      happened("12:00", RESOLVED);
      happened("12:00", CLOSED);

      assertThat(read(hourly, "09:00", "12:00").state()).isEqualTo(ClockState.BREACHED);
    }
  }

  private ClockSnapshot read(Terms terms, String opened, String now) {
    return ClockCalculator.read(terms.obligation(), at(opened), terms, events, at(now));
  }

  private void happened(String time, ClockEvent.Type type) {
    events.add(new ClockEvent(at(time), type, null, null, "ada"));
  }

  private void held(String time) {
    events.add(new ClockEvent(at(time), ClockEvent.Type.HELD, HoldReason.REQUESTER, null, "ada"));
  }

  private void retargeted(String time, Terms terms) {
    events.add(new ClockEvent(at(time), ClockEvent.Type.RETARGETED, null, terms, "mona"));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-02T%sZ".formatted(time.length() == 5 ? time + ":00" : time));
  }
}
