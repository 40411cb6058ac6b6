package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.support.FlowStories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/**
 * A decision table that is broken loses nothing. A running incident is bound to the tables of its
 * own deployment: what mends it is a new deployment, moving the incident onto its version of the
 * flow, and giving the failed job its retries back.
 */
@FlowStories
class BrokenDecisionProcessTest extends IncidentStory {

  @Autowired RepositoryService repositoryService;
  @Autowired ManagementService managementService;
  @Autowired Reconciliation reconciliation;

  private final List<String> deployments = new ArrayList<>();

  @AfterEach
  void takeTheDeploymentsAway() {
    leaveNothingOpen();
    deployments.forEach(id -> repositoryService.deleteDeployment(id, true));
  }

  @Test
  void aTableWithoutRulesLeavesTheIncidentReceivedUntilItIsMended() {
    ProcessDefinition broken = deploy(BrokenDecisionProcessTest::withoutRules);
    IncidentNumber number = stage.defaultReport().urgent().report();
    assertThat(flowOf(number).getProcessDefinitionId()).isEqualTo(broken.getId());

    Job failed = failAllTries(number);

    assertThat(failed.getRetries()).isZero();
    assertThat(failed.getExceptionMessage())
        .isEqualTo("priority.dmn has no rule for this incident.");
    assertThat(managementService.getJobExceptionStacktrace(failed.getId())).isNotBlank();
    assertThat(
            runtimeService
                .createIncidentQuery()
                .processInstanceId(flowOf(number).getId())
                .incidentType("failedJob")
                .activityId("prioritise")
                .count())
        .isEqualTo(1);
    assertThat(incident(number).status()).isEqualTo(Status.RECEIVED);
    assertThat(contacts.of(number, false, Pageable.ofSize(1_000)).getContent()).hasSize(1);
    assertThat(reconciliation.reconcile().differences())
        .noneMatch(difference -> number.value().equals(difference.number()));

    ProcessDefinition mended = deploy(priority -> priority);
    moveOnto(mended, number);
    assertThat(jobOf(number).getRetries()).as("still for a person to decide").isZero();
    stage.inCockpit("mona", () -> managementService.setJobRetries(jobOf(number).getId(), 5));
    jobs.runDue();

    assertThat(incident(number).status()).isEqualTo(Status.ASSIGNED);
    assertThat(incident(number).priority()).isEqualTo(Priority.P1);
    assertThat(waitingAt(number)).containsExactly("resolveAtFirstLine");
    assertThat(runtimeService.createIncidentQuery().count()).isZero();
    as("ada", () -> desk.cancel(number, "The mended flow listens."));
    assertThat(incident(number).status()).isEqualTo(Status.CANCELLED);
  }

  private Job failAllTries(IncidentNumber number) {
    for (int left = 4; left >= 0; left--) {
      assertThatThrownBy(() -> jobs.runDue()).hasMessageContaining("priority.dmn has no rule");
      assertThat(jobOf(number).getRetries()).isEqualTo(left);
      clock.travelTo(clock.instant().plus(Duration.ofSeconds(10)));
    }
    assertThat(jobs.runDue()).isZero();
    return jobOf(number);
  }

  private Job jobOf(IncidentNumber number) {
    return managementService
        .createJobQuery()
        .processInstanceId(flowOf(number).getId())
        .singleResult();
  }

  private void moveOnto(ProcessDefinition mended, IncidentNumber number) {
    MigrationPlan plan =
        runtimeService
            .createMigrationPlan(flowOf(number).getProcessDefinitionId(), mended.getId())
            .mapEqualActivities()
            .build();
    runtimeService.newMigration(plan).processInstanceIds(flowOf(number).getId()).execute();
  }

  /** The lifecycle with its tables and forms once more, with another priority table. */
  private ProcessDefinition deploy(java.util.function.UnaryOperator<String> priorityTable) {
    String original =
        repositoryService
            .createProcessDefinitionQuery()
            .processDefinitionKey(LIFECYCLE)
            .processDefinitionVersion(1)
            .singleResult()
            .getDeploymentId();
    DeploymentBuilder builder = repositoryService.createDeployment().name("Another priority table");
    for (Resource resource : repositoryService.getDeploymentResources(original)) {
      String name = resource.getName();
      String text = text(original, name);
      if (!name.endsWith("reconciliation.bpmn")) {
        builder.addString(name, name.endsWith("priority.dmn") ? priorityTable.apply(text) : text);
      }
    }
    Deployment deployment = builder.deploy();
    deployments.add(0, deployment.getId());
    return repositoryService
        .createProcessDefinitionQuery()
        .deploymentId(deployment.getId())
        .processDefinitionKey(LIFECYCLE)
        .singleResult();
  }

  private String text(String deployment, String resource) {
    try (InputStream stream = repositoryService.getResourceAsStream(deployment, resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String withoutRules(String table) {
    return table.replaceAll("(?s)<rule .*?</rule>", "");
  }
}
