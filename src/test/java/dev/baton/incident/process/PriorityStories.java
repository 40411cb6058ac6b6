package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.support.StagedDesk;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;

/** How urgent it is, and that this may change. */
abstract class PriorityStories extends IncidentStory {

  @Test
  void aVipOfAGoldClientIsRaisedOneStep() {
    IncidentNumber number = stage.defaultReport().by(StagedDesk.VERA).routed();

    assertThat(incident(number).priority()).isEqualTo(Priority.P2);
  }

  @Test
  void aChangeOfImpactAndUrgencyGivesANewPriorityAndLeavesTheWorkWithItsPerson() {
    IncidentNumber number = stage.defaultReport().routed();
    assertThat(incident(number).priority()).isEqualTo(Priority.P3);
    as("ada", () -> desk.claim(number));

    as("mona", () -> desk.reprioritise(number, Level.HIGH, Level.HIGH, "All printers now."));

    assertThat(incident(number).priority()).isEqualTo(Priority.P1);
    assertThat(incident(number).impact()).isEqualTo(Level.HIGH);
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(incident(number).assignee()).isEqualTo("ada");
    assertThat(incident(number).reassignments()).isZero();
    assertThat(taskOf(number).getPriority()).isEqualTo(100);
    BpmnAwareTests.assertThat(flowOf(number)).hasVariables("priority");
    assertThat(runtimeService.getVariable(flowOf(number).getId(), "priority")).isEqualTo("P1");
    assertThat(timeline.of(number, false, Pageable.ofSize(1_000)).getContent())
        .anyMatch(entry -> entry.text().contains("All printers now."));
  }

  @Test
  void aTeamThatThePersonChoseIsKept() {
    IncidentNumber number = stage.defaultReport().routed();
    as("mona", () -> desk.assign(number, "network", "nora"));

    as("mona", () -> desk.reprioritise(number, Level.HIGH, Level.MEDIUM, null));

    assertThat(incident(number).priority()).isEqualTo(Priority.P2);
    assertThat(incident(number).team()).isEqualTo("network");
    assertThat(incident(number).assignee()).isEqualTo("nora");
    assertThat(incident(number).reassignments()).isEqualTo(1);
  }

  @Test
  void theTeamThatTheReportAskedForIsKept() {
    IncidentNumber number = stage.defaultReport().forTeam("network").routed();

    as("mona", () -> desk.reprioritise(number, Level.LOW, Level.LOW, null));

    assertThat(incident(number).team()).isEqualTo("network");
    assertThat(incident(number).priority()).isEqualTo(Priority.P4);
    assertThat(taskOf(number).getPriority()).isEqualTo(25);
  }

  @Test
  void secondLineKeepsAnIncidentWhosePriorityChanges() {
    IncidentNumber number = stage.defaultReport().inCategory("vpn").routed();
    as("ada", () -> desk.passToSecondLine(number, "The tunnel is down."));

    as("mona", () -> desk.reprioritise(number, Level.HIGH, Level.HIGH, null));

    assertThat(incident(number).team()).isEqualTo("network");
    assertThat(incident(number).reassignments()).isEqualTo(1);
    BpmnAwareTests.assertThat(taskOf(number)).hasDefinitionKey("resolveAtSecondLine");
  }

  @Test
  void aPriorityMayChangeBeforeTheFlowsFirstStep() {
    IncidentNumber number = stage.defaultReport().report();

    as("mona", () -> desk.reprioritise(number, Level.HIGH, Level.HIGH, null));
    jobs.runDue();

    assertThat(incident(number).priority()).isEqualTo(Priority.P1);
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    assertThat(waitingAt(number)).containsExactly("resolveAtFirstLine");
  }
}
