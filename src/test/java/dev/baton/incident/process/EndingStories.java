package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.NotOffered;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.incident.reconciliation.Reconciliation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ends other than a resolution. */
abstract class EndingStories extends IncidentStory {

  @Autowired Reconciliation reconciliation;

  @Test
  void aDuplicateIsLinkedAndClosed() {
    IncidentNumber original = stage.defaultReport().routed();
    IncidentNumber again = stage.defaultReport().routed();
    claimInTasklist("ada", again);

    submit("ada", again, Map.of("outcome", "duplicate", "duplicateOf", original.value()));

    assertThat(incident(again).status()).isEqualTo(Status.CLOSED);
    assertThat(incident(again).duplicateOf()).isEqualTo(original.value());
    assertThat(incident(again).resolution().code()).isEqualTo(ResolutionCode.DUPLICATE);
    assertThat(flowOf(again)).isNull();
    assertThat(incident(original).status()).isEqualTo(Status.ASSIGNED);
  }

  @Test
  void anAgentCancelsInTasklist() {
    IncidentNumber number = stage.defaultReport().routed();
    claimInTasklist("ada", number);

    submit("ada", number, Map.of("outcome", "cancel", "note", "A test of the alarm."));

    assertCancelled(number, "A test of the alarm.");
    assertThat(last(number, "CANCELLED").actor()).isEqualTo("ada");
  }

  @Test
  void anIncidentIsWithdrawnBeforeTheFlowsFirstStep() {
    IncidentNumber number = stage.defaultReport().report();

    as("ada", () -> desk.cancel(number, "Never mind."));

    assertCancelled(number, "Never mind.");
    jobs.runDue();
    assertThat(journal(number)).doesNotContain("PRIORITISED");
  }

  @Test
  void anIncidentIsWithdrawnWhileItWaits() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));
    as(
        "ada",
        () ->
            desk.hold(
                number, HoldReason.REQUESTER, clock.instant().plus(Duration.ofDays(1)), "Which?"));

    as("ada", () -> desk.cancel(number, "Never mind."));

    assertCancelled(number, "Never mind.");
    assertThat(incident(number).hold()).isNull();
  }

  @Test
  void whatIsResolvedIsNotCancelled() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));

    assertThatThrownBy(() -> as("ada", () -> desk.cancel(number, "Never mind.")))
        .isInstanceOf(NotOffered.class);
    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void nobodyEndsTheFlowOfAnOpenIncidentInCockpit() {
    IncidentNumber number = stage.defaultReport().routed();
    String flow = flowOf(number).getId();

    assertThatThrownBy(
            () ->
                stage.inCockpit(
                    "mona",
                    () -> runtimeService.deleteProcessInstance(flow, "They left.", true, true)))
        .hasMessageContaining("Cancel the incident on its page");

    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    assertThat(flowOf(number)).isNotNull();
  }

  @Test
  void aFlowThatEndsFromOutsideCancelsTheIncident() {
    IncidentNumber number = stage.defaultReport().routed();

    runtimeService.deleteProcessInstance(
        flowOf(number).getId(), "The client has left.", true, true);

    assertCancelled(number, "The client has left.");
    assertThat(reconciliation.reconcile().differences())
        .noneMatch(difference -> number.value().equals(difference.number()));
  }

  @Test
  void aFlowThatEndsFromOutsideWithoutAReasonSaysSo() {
    IncidentNumber number = stage.defaultReport().report();

    runtimeService.deleteProcessInstance(flowOf(number).getId(), null, false, true);

    assertCancelled(number, "Its flow was cancelled.");
  }

  @Test
  void afterTheEndNothingIsOffered() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.cancel(number, "Never mind."));

    assertThatThrownBy(() -> as("ada", () -> desk.claim(number))).isInstanceOf(NotOffered.class);
    assertThatThrownBy(() -> as("ada", () -> desk.start(number))).isInstanceOf(NotOffered.class);
    assertThatThrownBy(() -> as("ada", () -> desk.confirm(number))).isInstanceOf(NotOffered.class);
    assertThatThrownBy(() -> as("ada", () -> desk.cancel(number, "Again.")))
        .isInstanceOf(NotOffered.class);
  }

  private void assertCancelled(IncidentNumber number, String reason) {
    assertThat(incident(number).status()).isEqualTo(Status.CANCELLED);
    assertThat(incident(number).cancelReason()).isEqualTo(reason);
    assertThat(incident(number).closedAt()).isEqualTo(clock.instant());
    assertThat(flowOf(number)).isNull();
  }
}
