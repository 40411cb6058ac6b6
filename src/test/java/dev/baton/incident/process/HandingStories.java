package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.NotOffered;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;

/** An incident goes from hand to hand: to another team, to second line, while it waits. */
abstract class HandingStories extends IncidentStory {

  @Test
  void firstLinePassesToTheSecondLineTeamOfTheCategory() {
    IncidentNumber number = stage.defaultReport().inCategory("vpn").routed();
    as("ada", () -> desk.claim(number));

    as("ada", () -> desk.passToSecondLine(number, "The tunnel is down."));

    assertThat(incident(number).team()).isEqualTo("network");
    assertThat(incident(number).assignee()).isNull();
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    assertThat(incident(number).reassignments()).isEqualTo(1);
    BpmnAwareTests.assertThat(taskOf(number)).hasDefinitionKey("resolveAtSecondLine");
    assertThat(candidateGroups(number)).containsExactly("team-network");
    assertThat(last(number, "PASSED_TO_SECOND_LINE").text()).contains("The tunnel is down.");

    claimInTasklist("nora", number);
    submit(
        "nora",
        number,
        Map.of("outcome", "resolved", "resolutionCode", "FIXED", "note", "New certificate."));
    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void theTeamAskedForByTheReporterDoesNotDecideSecondLine() {
    IncidentNumber number =
        stage.defaultReport().forTeam("applications").inCategory("wifi").routed();
    assertThat(incident(number).team()).isEqualTo("applications");

    claimInTasklist("amir", number);
    submit("amir", number, Map.of("outcome", "passToSecondLine", "note", "It is the antenna."));

    assertThat(incident(number).team()).isEqualTo("network");
  }

  @Test
  void secondLineStaysSecondLineAfterAHold() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.passToSecondLine(number, "Beyond us."));
    as(
        "amir",
        () ->
            desk.hold(
                number, HoldReason.CHANGE, clock.instant().plus(Duration.ofDays(1)), "Window"));

    after(Duration.ofDays(1));

    assertThat(waitingAt(number)).containsExactly("resolveAtSecondLine");
    assertThatThrownBy(() -> as("amir", () -> desk.passToSecondLine(number, "Once more.")))
        .isInstanceOf(NotOffered.class)
        .hasMessageContaining("already with second line");
  }

  @Test
  void anAgentHandsAnIncidentToAnotherTeamInTasklist() {
    IncidentNumber number = stage.defaultReport().routed();
    claimInTasklist("ada", number);

    submit(
        "ada",
        number,
        Map.of("outcome", "reassign", "toTeam", "Network", "note", "The switch is yours."));

    assertThat(incident(number).team()).isEqualTo("network");
    assertThat(incident(number).assignee()).isNull();
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    assertThat(incident(number).reassignments()).isEqualTo(1);
    assertThat(candidateGroups(number)).containsExactly("team-network");
    assertThat(last(number, "REASSIGNED").text()).contains("The switch is yours.");
  }

  @Test
  void aLeadHandsAnIncidentToAPersonOfAnotherTeam() {
    IncidentNumber number = stage.defaultReport().routed();

    as("mona", () -> desk.assign(number, "network", "nora"));

    assertThat(incident(number).team()).isEqualTo("network");
    assertThat(incident(number).assignee()).isEqualTo("nora");
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo("nora");
    assertThat(incident(number).reassignments()).isEqualTo(1);
  }

  @Test
  void aWaitingIncidentIsHandedOverAndGoesOnWaiting() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));
    as(
        "ada",
        () ->
            desk.hold(
                number, HoldReason.SUPPLIER, clock.instant().plus(Duration.ofDays(2)), "Parts"));

    as("mona", () -> desk.assign(number, "network", "nora"));

    assertThat(incident(number).status()).isEqualTo(Status.ON_HOLD);
    assertThat(incident(number).team()).isEqualTo("network");
    assertThat(incident(number).reassignments()).isEqualTo(1);
    assertThat(waitingAt(number)).containsExactly("waitOnHold");
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo("nora");
    assertThat(candidateGroups(number)).containsExactly("team-network");

    after(Duration.ofDays(2));
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo("nora");
  }

  @Test
  void aResolvedIncidentIsHandedOverWithItsConfirmation() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));
    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done."));

    as("mona", () -> desk.assign(number, "network", null));

    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
    assertThat(incident(number).team()).isEqualTo("network");
    assertThat(taskOf(number).getAssignee()).isNull();
    assertThat(candidateGroups(number)).containsExactly("team-network");
  }
}
