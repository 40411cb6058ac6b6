package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A word that no branch knows leads back to a person, and nothing fails. */
abstract class UnknownOutcomeStories extends IncidentStory {

  private static final Map<String, Object> UNKNOWN = Map.of("outcome", "handToLegal");

  @Test
  void ofTheWorkBringsTheTaskBackToItsAssignee() {
    IncidentNumber number = claimed();

    submit("ada", number, UNKNOWN);

    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(waitingAt(number)).containsExactly("resolveAtFirstLine");
    assertThat(taskOf(number).getAssignee()).isEqualTo("ada");
  }

  @Test
  void ofAHoldLeavesItOnHoldUntilItsEnd() {
    IncidentNumber number = claimed();
    as(
        "ada",
        () ->
            desk.hold(
                number, HoldReason.SUPPLIER, clock.instant().plus(Duration.ofDays(1)), "Parts"));

    submit("ada", number, UNKNOWN);

    assertThat(incident(number).status()).isEqualTo(Status.ON_HOLD);
    assertThat(waitingAt(number)).containsExactly("waitOnHold");
    after(Duration.ofDays(1));
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void ofAConfirmationWaitsForTheConfirmation() {
    IncidentNumber number = claimed();
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));

    submit("ada", number, UNKNOWN);

    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
    assertThat(waitingAt(number)).containsExactly("confirmResolution");
    as("ada", () -> desk.confirm(number));
    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void afterTheWorkLeadsBackToTheWork() {
    IncidentNumber number = claimed();
    String flow = flowOf(number).getId();
    runtimeService.setVariables(flow, UNKNOWN);

    runtimeService
        .createProcessInstanceModification(flow)
        .cancelAllForActivity("work")
        .startBeforeActivity("isResolved")
        .execute();

    assertThat(waitingAt(number)).containsExactly("resolveAtFirstLine");
    assertThat(taskOf(number).getAssignee()).isEqualTo("ada");
  }

  private IncidentNumber claimed() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));
    return number;
  }
}
