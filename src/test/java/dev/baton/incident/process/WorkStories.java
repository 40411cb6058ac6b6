package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Priority;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.support.StagedDesk;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;

/** An incident comes in, is taken, worked on and resolved. */
abstract class WorkStories extends IncidentStory {

  @Test
  void aReportIsStoredBeforeTheFlowsFirstStep() {
    IncidentNumber number = stage.defaultReport().report();

    assertThat(incident(number).status()).isEqualTo(Status.RECEIVED);
    assertThat(incident(number).priority()).isNull();
    assertThat(contacts.of(number, false, Pageable.ofSize(1_000)).getContent()).hasSize(1);
    BpmnAwareTests.assertThat(flowOf(number)).hasBusinessKey(number.value());
    assertThat(waitingAt(number)).containsExactly("prioritise");
  }

  @Test
  void anIncidentIsReportedTakenResolvedAndConfirmed() {
    IncidentNumber number = stage.defaultReport().urgent().about("printer 🔥").routed();

    IncidentView routed = incident(number);
    assertThat(routed.status()).isEqualTo(Status.ASSIGNED);
    assertThat(routed.priority()).isEqualTo(Priority.P1);
    assertThat(routed.team()).isEqualTo("service-desk");
    assertThat(routed.assignee()).isNull();

    as("ada", () -> desk.claim(number));
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(incident(number).assignee()).isEqualTo("ada");

    as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Put out."));
    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
    assertThat(incident(number).resolution().note()).isEqualTo("Put out.");

    desk.confirm(number);
    assertThat(incident(number).status()).isEqualTo(Status.CLOSED);
    assertThat(incident(number).closedAt()).isEqualTo(MONDAY_MORNING);
    assertThat(flowOf(number)).isNull();
    assertThat(journal(number))
        .containsSubsequence("REPORTED", "PRIORITISED", "ROUTED", "ASSIGNED", "RESOLVED", "CLOSED");
    assertThat(last(number, "RESOLVED").actor()).isEqualTo("ada");
    assertThat(last(number, "RESOLVED").origin()).isEqualTo("API");
    assertThat(last(number, "ROUTED").actor()).isEqualTo("flow");
  }

  @Test
  void theTaskCarriesWhatAnAgentNeeds() {
    IncidentNumber number =
        stage.defaultReport().by(StagedDesk.VERA).urgent().described("It smokes.").routed();

    Task task = taskOf(number);
    BpmnAwareTests.assertThat(task).hasDefinitionKey("resolveAtFirstLine");
    BpmnAwareTests.assertThat(task).hasCandidateGroup("team-service-desk");
    assertThat(task.getCamundaFormRef().getKey()).isEqualTo("resolve-at-first-line");
    assertThat(task.getPriority()).isEqualTo(100);
    assertThat(task.getDescription()).contains("Vera Important", "VIP", "It smokes.");
  }

  @Test
  void anAgentWorksInTasklistFromClaimToResolution() {
    IncidentNumber number = stage.defaultReport().routed();

    claimInTasklist("ada", number);
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    submit(
        "ada",
        number,
        Map.of("outcome", "resolved", "resolutionCode", "USER_GUIDANCE", "note", "Plugged it in."));

    assertThat(incident(number).status()).isEqualTo(Status.RESOLVED);
    assertThat(incident(number).resolution().code()).isEqualTo(ResolutionCode.USER_GUIDANCE);
    assertThat(last(number, "RESOLVED").origin()).isEqualTo("Tasklist");
  }

  @Test
  void howeverItIsTakenWorkBeginsByTheFlowsOwnStep() {
    IncidentNumber byApi = stage.defaultReport().routed();
    IncidentNumber inTasklist = stage.defaultReport().routed();

    as("ada", () -> desk.claim(byApi));
    claimInTasklist("ada", inTasklist);

    for (IncidentNumber number : List.of(byApi, inTasklist)) {
      assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
      assertThat(last(number, "STARTED").actor()).isEqualTo("ada");
      assertThat(
              engine
                  .getHistoryService()
                  .createHistoricActivityInstanceQuery()
                  .activityId("startWork")
                  .processInstanceId(taskOf(number).getProcessInstanceId())
                  .count())
          .isEqualTo(1);
    }
  }

  @Test
  void whoReleasesAnIncidentPutsItBackToTheQueue() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));

    as("ada", () -> desk.release(number));

    assertThat(incident(number).assignee()).isNull();
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    assertThat(taskOf(number).getAssignee()).isNull();
    assertThat(incident(number).reassignments()).isZero();
  }

  @Test
  void aLeadAssignsAndTheAgentStarts() {
    IncidentNumber number = stage.defaultReport().routed();

    as("mona", () -> desk.assign(number, null, "ben"));
    assertThat(incident(number).assignee()).isEqualTo("ben");
    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo("ben");

    as("ben", () -> desk.start(number));
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(last(number, "STARTED").actor()).isEqualTo("ben");
    BpmnAwareTests.assertThat(flowOf(number)).isWaitingAt("resolveAtFirstLine");
  }

  @Test
  void whatAColleagueHasIsNotClaimed() {
    IncidentNumber number = stage.defaultReport().routed();
    as("ada", () -> desk.claim(number));

    assertThatThrownBy(() -> as("ben", () -> desk.claim(number)))
        .isInstanceOf(NotOffered.class)
        .hasMessageContaining("ada");
    assertThat(incident(number).assignee()).isEqualTo("ada");
  }
}
