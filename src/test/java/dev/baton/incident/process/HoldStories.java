package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import dev.baton.support.ReportDraft;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;

/** The work waits, and every wait has an end. */
abstract class HoldStories extends IncidentStory {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void theAnswerOfTheRequesterResumesTheWork() {
    IncidentNumber number = onHold(stage.defaultReport(), HoldReason.REQUESTER, DAY);
    assertThat(incident(number).status()).isEqualTo(Status.ON_HOLD);
    assertThat(incident(number).hold().reason()).isEqualTo(HoldReason.REQUESTER);
    assertThat(incident(number).hold().owner()).isEqualTo("ada");

    ritaWrites(number, "It is the blue one.");
    jobs.runDue();

    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(incident(number).hold()).isNull();
    assertThat(waitingAt(number)).containsExactly("resolveAtFirstLine");
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo("ada");
    assertThat(journal(number)).containsSubsequence("ASKED", "REPLIED", "RESUMED");
  }

  @Test
  void twoAnswersAtOnceResumeOnlyOnce() {
    IncidentNumber number = onHold(stage.defaultReport(), HoldReason.REQUESTER, DAY);

    ritaWrites(number, "The blue one.");
    ritaWrites(number, "Sorry, the green one.");
    jobs.runDue();

    assertThat(journal(number)).containsOnlyOnce("RESUMED").contains("REPLIED", "REPLIED");
    assertThat(waitingAt(number)).containsExactly("resolveAtFirstLine");
  }

  @Test
  void aReplyDoesNotEndAHoldForSomebodyElse() {
    IncidentNumber number = onHold(stage.defaultReport(), HoldReason.SUPPLIER, DAY);

    ritaWrites(number, "Any news?");
    jobs.runDue();

    assertThat(incident(number).status()).isEqualTo(Status.ON_HOLD);
    assertThat(journal(number)).contains("REPLIED");
  }

  @Test
  void aRequesterWhoNeverAnswersIsRemindedTwiceAndThenItEnds() {
    IncidentNumber number = onHold(stage.defaultReport(), HoldReason.REQUESTER, DAY);

    after(DAY);
    assertThat(incident(number).status()).isEqualTo(Status.ON_HOLD);
    assertThat(last(number, "REMINDED").text()).contains("1 of 2");
    assertThat(incident(number).hold().until()).isEqualTo(clock.instant().plus(DAY));

    after(DAY);
    assertThat(last(number, "REMINDED").text()).contains("2 of 2");

    after(DAY);
    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
    assertThat(incident(number).resolution().code()).isEqualTo(ResolutionCode.NO_ANSWER);
    assertThat(incident(number).hold()).isNull();

    after(DAY.multipliedBy(5));
    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void aClientWithoutRemindersGetsTheWorkResumed() {
    IncidentNumber number =
        onHold(
            stage.defaultReport().of("globex").by("gus@globex.example"), HoldReason.REQUESTER, DAY);

    after(DAY);

    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(journal(number)).doesNotContain("REMINDED");
  }

  @Test
  void aHoldForTheSupplierRunsOutAndTheWorkGoesOn() {
    IncidentNumber number = onHold(stage.defaultReport(), HoldReason.SUPPLIER, DAY);

    after(DAY.minusMillis(1));
    assertThat(incident(number).status()).isEqualTo(Status.ON_HOLD);

    after(Duration.ofMillis(1));
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(last(number, "RESUMED").actor()).isEqualTo("flow");
  }

  @Test
  void aProlongedHoldEndsAtItsNewEndOnly() {
    IncidentNumber number = onHold(stage.defaultReport(), HoldReason.SUPPLIER, DAY);
    Instant longer = clock.instant().plus(DAY.multipliedBy(3));

    as("ada", () -> desk.hold(number, null, longer, "Parts come later."));
    assertThat(incident(number).hold().until()).isEqualTo(longer);
    assertThat(incident(number).hold().reason()).isEqualTo(HoldReason.SUPPLIER);
    assertThat(incident(number).hold().since()).isEqualTo(MONDAY_MORNING);

    after(DAY);
    assertThat(incident(number).status()).isEqualTo(Status.ON_HOLD);
    at(longer);
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void anAgentHoldsExtendsAndResumesInTasklist() {
    IncidentNumber number = stage.defaultReport().routed();
    claimInTasklist("ada", number);

    submit(
        "ada",
        number,
        Map.of(
            "outcome", "hold",
            "holdReason", "PROBLEM",
            "holdUntil", "2026-03-03T09:00:00.000Z",
            "note", "PRB-7"));
    assertThat(incident(number).hold().until()).isEqualTo("2026-03-03T09:00:00Z");
    assertThat(taskOf(number).getCamundaFormRef().getKey()).isEqualTo("wait-on-hold");

    submit("ada", number, Map.of("outcome", "extend", "holdUntil", "2026-03-04T09:00+00:00"));
    assertThat(incident(number).hold().until()).isEqualTo("2026-03-04T09:00:00Z");
    assertThat(incident(number).hold().reason()).isEqualTo(HoldReason.PROBLEM);

    submit("ada", number, Map.of("outcome", "resume", "note", "The problem is solved."));
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(last(number, "RESUMED").text()).contains("The problem is solved.");
  }

  @Test
  void aHoldWithoutAnEndIsLookedAtAgainAfterTheClientsDays() {
    IncidentNumber number = stage.defaultReport().routed();
    claimInTasklist("ada", number);

    submit("ada", number, Map.of("outcome", "hold", "holdReason", "SUPPLIER", "note", "Parts"));

    assertThat(incident(number).hold().until()).isEqualTo(clock.instant().plus(DAY));
  }

  @Test
  void anAgentResumesByTheApi() {
    IncidentNumber number = onHold(stage.defaultReport(), HoldReason.SUPPLIER, DAY);

    as("ada", () -> desk.resume(number, "Parts are here."));

    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  private IncidentNumber onHold(ReportDraft report, HoldReason reason, Duration time) {
    IncidentNumber number = report.routed();
    as("ada", () -> desk.claim(number));
    as("ada", () -> desk.hold(number, reason, clock.instant().plus(time), "We wait."));
    return number;
  }

  private void ritaWrites(IncidentNumber number, String text) {
    contacts.log(
        new NewContact(
            number,
            ContactKind.INCIDENT,
            null,
            Direction.IN,
            Channel.EMAIL,
            StagedDesk.RITA,
            null,
            text,
            Visibility.CLIENT));
  }
}
