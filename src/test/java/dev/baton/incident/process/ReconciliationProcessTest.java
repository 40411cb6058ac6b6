package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.incident.reconciliation.ReconciliationReport;
import dev.baton.incident.reconciliation.ReconciliationReport.DifferenceKind;
import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every night incidents and flows are compared. */
@FlowStories
@PassesEveryStepOf("reconciliation")
class ReconciliationProcessTest extends IncidentStory {

  @Autowired ManagementService managementService;
  @Autowired HistoryService historyService;
  @Autowired Reconciliation reconciliation;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  @Test
  void theNightlyTimerComparesAndIsSetForTheNextNight() {
    Job tonight = timer();
    long before = finished();

    at(tonight.getDuedate().toInstant());

    assertThat(finished()).isEqualTo(before + 1);
    assertThat(timer().getDuedate()).isAfter(tonight.getDuedate());
  }

  private long finished() {
    return historyService
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey("reconciliation")
        .finished()
        .count();
  }

  @Test
  void anIncidentWhoseFlowIsGoneIsFound() {
    IncidentNumber number = stage.defaultReport().routed();
    String flow = flowOf(number).getId();
    assertThat(differencesOf(number)).isEmpty();

    runtimeService.deleteProcessInstance(flow, "The incident ends with it, and is opened by hand.");
    setStatus(number, "ASSIGNED");

    assertThat(differencesOf(number)).containsExactly(DifferenceKind.INCIDENT_WITHOUT_FLOW);
  }

  @Test
  void aFlowAndATaskWithoutAnOpenIncidentAreFound() {
    IncidentNumber number = stage.defaultReport().routed();

    setStatus(number, "CANCELLED");

    assertThat(differencesOf(number))
        .containsExactlyInAnyOrder(
            DifferenceKind.FLOW_WITHOUT_INCIDENT, DifferenceKind.TASK_WITHOUT_INCIDENT);
  }

  private void setStatus(IncidentNumber number, String status) {
    transaction.executeWithoutResult(
        begun ->
            database.update(
                "update incident set status = ? where number = ?", status, number.value()));
  }

  private Iterable<DifferenceKind> differencesOf(IncidentNumber number) {
    return reconciliation.reconcile().differences().stream()
        .filter(difference -> number.value().equals(difference.number()))
        .map(ReconciliationReport.Difference::kind)
        .toList();
  }

  private Job timer() {
    return managementService
        .createJobQuery()
        .processDefinitionKey("reconciliation")
        .timers()
        .singleResult();
  }
}
