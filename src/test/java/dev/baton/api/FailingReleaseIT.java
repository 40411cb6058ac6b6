package dev.baton.api;

import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.incident.report.FlowStarts;
import dev.baton.incident.rollback.RollBackRelease;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A release of the lifecycle whose first incidents fail goes back by itself, and says so. */
class FailingReleaseIT extends ApiDesk {

  private static final String LIFECYCLE = "incident-lifecycle";
  private static final String INCIDENTS = "/api/v1/incidents/";
  private static final String RESTORED = "Back to release shipped (version ";

  @Autowired RepositoryService repositoryService;
  @Autowired RuntimeService runtimeService;
  @Autowired ManagementService managementService;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;
  @Autowired FlowStarts starts;
  @Autowired RollBackRelease rollBack;

  private int versionBefore;
  private Long incidentsBefore;

  /** The release to return to: all files, and an incident that got through. */
  @BeforeEach
  void aReleaseThatWorks() {
    starts.startDue();
    jobs.runDue();
    incidentsBefore = database.queryForObject("select max(id) from incident", Long.class);
    repositoryService
        .createDeployment()
        .name("shipped")
        .addDeploymentResources(shippedWithTheProgram())
        .deploy();
    newIncident("The release works");
    versionBefore = live().getVersion();
  }

  @AfterEach
  void restoreTheShippedModel() {
    update(
        "update incident set status = 'CANCELLED' where id > ?",
        incidentsBefore == null ? 0 : incidentsBefore);
    repositoryService
        .createProcessDefinitionQuery()
        .processDefinitionKey(LIFECYCLE)
        .orderByProcessDefinitionVersion()
        .desc()
        .list()
        .stream()
        .filter(version -> version.getVersion() >= versionBefore)
        .map(ProcessDefinition::getDeploymentId)
        .forEach(id -> repositoryService.deleteDeployment(id, true));
    update("delete from release_rollback");
  }

  @Test
  void aReleaseWhoseFirstStartsFailGoesBackAndSaysSo() {
    deploy(startingWith("somethingElse"));
    List<String> numbers = reported(2);
    rollBack.check();
    assertThat(live().getVersion()).as("two are too few").isEqualTo(versionBefore + 1);

    numbers = Stream.concat(numbers.stream(), reported(1).stream()).toList();
    rollBack.check();

    assertThat(nameOfLive()).isEqualTo(RESTORED + versionBefore + ") after failed starts");
    assertThat(numbers).allSatisfy(number -> assertThat(flowOf(number)).isNotNull());
    jobs.runDue();
    assertThat(numbers)
        .allSatisfy(
            number -> {
              assertThat(status(number)).isEqualTo("ASSIGNED");
              assertThat(contactsOf(number)).isEqualTo(1);
              assertThat(journalOf(number))
                  .startsWith("REPORTED", "FLOW_NOT_STARTED", "FLOW_STARTED", "PRIORITISED");
            });
    assertThat(status(newIncident("After the rollback"))).isEqualTo("ASSIGNED");

    JsonNode remark = board().path("rollback");
    assertThat(remark.path("release").asText())
        .isEqualTo("A failing release (version %d)".formatted(versionBefore + 1));
    assertThat(remark.path("restored").asText())
        .isEqualTo("shipped (version %d)".formatted(versionBefore));
    assertThat(remark.path("isDone").asBoolean()).isTrue();
    assertThat(remark.path("failedStarts").asInt()).isEqualTo(3);
    assertThat(remark.path("reason").asText()).contains("incidentReported");
    assertThat(agent.as("admin").get("/api/v1/audit?kind=DEPLOYED&q=failed+starts").body())
        .contains(nameOfLive());
    rollBack.check();
    jobs.runDue();
    assertThat(notifiedOfRollback(numbers.get(0)))
        .containsExactly("process-owner@desk.example", "service-desk-manager@desk.example");
    assertThat(live().getVersion()).as("only once").isEqualTo(versionBefore + 2);

    ApiClient.Answer again =
        Deployments.deploy(
            agent.as("process-owner"), LIFECYCLE + ".bpmn", ShippedFiles.text(LIFECYCLE + ".bpmn"));
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(nameOfLive()).isEqualTo("test");
    assertThat(board().path("rollback").isNull()).isTrue();
  }

  @Test
  void incidentsThatFailedInTheirFirstStepGoOnWithTheSameFlow() {
    deploy(ShippedFiles.text(LIFECYCLE + ".bpmn")); // its tables are not deployed with it
    List<String> numbers = reported(3);
    List<String> flows = numbers.stream().map(number -> flowOf(number).getId()).toList();
    runJobsOf(numbers);
    assertThat(numbers).allSatisfy(number -> assertThat(status(number)).isEqualTo("RECEIVED"));

    rollBack.check();

    assertThat(numbers.stream().map(number -> flowOf(number).getId())).isEqualTo(flows);
    assertThat(numbers)
        .allSatisfy(
            number ->
                assertThat(flowOf(number).getProcessDefinitionId()).isEqualTo(live().getId()));
    assertThatAllGoOnOnce(numbers);
    assertThat(board().at("/rollback/reason").asText()).contains("priority");
  }

  @Test
  void incidentsAtAStepThatTheEarlierReleaseLacksGetANewFlow() {
    ApiClient owner = agent.as("process-owner");
    String release = withStepThatFails();
    ApiClient.Answer accepted = Deployments.deployIfChanged(owner, LIFECYCLE + ".bpmn", release);
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    List<String> numbers = reported(3);
    List<String> flows = numbers.stream().map(number -> flowOf(number).getId()).toList();
    runJobsOf(numbers);

    rollBack.check();

    assertThat(numbers.stream().map(number -> flowOf(number).getId()))
        .doesNotContainAnyElementsOf(flows);
    assertThatAllGoOnOnce(numbers);
    ApiClient.Answer again = Deployments.deployIfChanged(owner, LIFECYCLE + ".bpmn", release);
    assertThat(live().getDeploymentId()).as("the same file").isEqualTo(again.text("id"));
  }

  private void assertThatAllGoOnOnce(List<String> numbers) {
    jobs.runDue();
    assertThat(numbers)
        .allSatisfy(
            number -> {
              assertThat(status(number)).isEqualTo("ASSIGNED");
              assertThat(contactsOf(number)).isEqualTo(1);
              assertThat(journalOf(number))
                  .startsWith("REPORTED", "RELEASE_ROLLED_BACK", "PRIORITISED", "ROUTED")
                  .doesNotContain("CANCELLED");
              assertThat(
                      database.queryForObject(
                          "select count(*) from notification where incident = ? and event ="
                              + " 'RECEIVED'",
                          Integer.class,
                          number))
                  .isEqualTo(1);
            });
  }

  @Test
  void aReleaseOnWhichOneIncidentGotThroughStays() {
    List<String> others =
        repositoryService.getDeploymentResourceNames(shippedWithTheProgram()).stream()
            .filter(name -> !name.endsWith(LIFECYCLE + ".bpmn"))
            .toList();
    repositoryService
        .createDeployment()
        .name("A release that fails for some")
        .addDeploymentResourcesByName(shippedWithTheProgram(), others)
        .addString(LIFECYCLE + ".bpmn", withoutBranchForSomeNumbers())
        .deploy();
    List<String> numbers = reported(14);
    jobs.runDue();
    assertThat(numbers.stream().filter(number -> flowOf(number) == null)).hasSizeBetween(3, 8);

    rollBack.check();

    assertThat(live().getVersion()).isEqualTo(versionBefore + 1);
  }

  @Test
  void withoutAnEarlierReleaseItStays() {
    update(
        "insert into release_rollback (definition_id, release_name, restored_name, incident,"
            + " failed_starts, message, at) select ID_, '', '', '', 0, '', now()"
            + " from ACT_RE_PROCDEF where KEY_ = ?",
        LIFECYCLE);
    deploy(startingWith("somethingElse"));
    reported(3);

    rollBack.check();

    assertThat(live().getVersion()).isEqualTo(versionBefore + 1);
  }

  @Test
  void aReleaseThatWasRestoredIsNotRolledBackAgain() {
    deploy(startingWith("somethingElse"));
    update(
        "insert into release_rollback (definition_id, release_name, restored_definition_id,"
            + " restored_name, incident, failed_starts, message, at, announced)"
            + " values ('former', '', ?, '', '', 3, '', now(), true)",
        live().getId());
    reported(3);

    rollBack.check();

    assertThat(live().getVersion()).isEqualTo(versionBefore + 1);
  }

  @Test
  void twoNodesRollBackOnce() {
    deploy(startingWith("somethingElse"));
    List<String> numbers = reported(4);

    Stream.generate(() -> CompletableFuture.runAsync(rollBack::check))
        .limit(2)
        .toList()
        .forEach(CompletableFuture::join);

    assertThat(live().getVersion()).isEqualTo(versionBefore + 2);
    assertThat(numbers)
        .allSatisfy(
            number ->
                assertThat(
                        runtimeService
                            .createProcessInstanceQuery()
                            .processDefinitionKey(LIFECYCLE)
                            .processInstanceBusinessKey(number)
                            .count())
                    .isEqualTo(1));
    jobs.runDue();
    assertThat(notifiedOfRollback(numbers.get(0))).hasSize(2);
  }

  private String shippedWithTheProgram() {
    return repositoryService
        .createDeploymentQuery()
        .deploymentSource("process application")
        .orderByDeploymentTime()
        .desc()
        .list()
        .get(0)
        .getId();
  }

  private List<String> reported(int many) {
    return IntStream.range(0, many)
        .mapToObj(at -> agent.post("/api/v1/incidents", report("Report " + at)).text("number"))
        .toList();
  }

  /** Each once; they may fail. */
  private void runJobsOf(List<String> numbers) {
    for (String number : numbers) {
      for (Job job :
          managementService.createJobQuery().processInstanceId(flowOf(number).getId()).list()) {
        try {
          managementService.executeJob(job.getId());
        } catch (RuntimeException expected) {
          // the release fails
        }
      }
    }
  }

  private ProcessInstance flowOf(String number) {
    return runtimeService
        .createProcessInstanceQuery()
        .processDefinitionKey(LIFECYCLE)
        .processInstanceBusinessKey(number)
        .singleResult();
  }

  private String status(String number) {
    return agent.get(INCIDENTS + number).text("status");
  }

  private int contactsOf(String number) {
    return agent.get(INCIDENTS + number + "/contacts").json().findValuesAsText("body").size();
  }

  private List<String> journalOf(String number) {
    return database.queryForList(
        "select j.kind from journal_entry j join incident i on i.id = j.incident_id"
            + " where i.number = ? order by j.id",
        String.class,
        number);
  }

  private List<String> notifiedOfRollback(String number) {
    return database.queryForList(
        "select address from notification where incident = ? and event = 'RELEASE_ROLLED_BACK'"
            + " order by address",
        String.class,
        number);
  }

  private void update(String sql, Object... values) {
    transaction.executeWithoutResult(status -> database.update(sql, values));
  }

  private JsonNode board() {
    return agent.as("service-desk-manager").get("/api/v1/board").json();
  }

  private ProcessDefinition live() {
    return repositoryService
        .createProcessDefinitionQuery()
        .processDefinitionKey(LIFECYCLE)
        .latestVersion()
        .singleResult();
  }

  private String nameOfLive() {
    return repositoryService
        .createDeploymentQuery()
        .deploymentId(live().getDeploymentId())
        .singleResult()
        .getName();
  }

  /** As nobody: a person's deployment of most such models is refused. */
  private void deploy(String lifecycle) {
    repositoryService
        .createDeployment()
        .name("A failing release")
        .addString(LIFECYCLE + ".bpmn", lifecycle)
        .addString("log-a-contact.form", ShippedFiles.text("log-a-contact.form"))
        .deploy();
  }

  private static String startingWith(String message) {
    return replaced(
        ShippedFiles.text(LIFECYCLE + ".bpmn"),
        "name=\"incidentReported\" />",
        "name=\"" + message + "\" />");
  }

  /** It cannot resume what is not on hold. */
  private static String withStepThatFails() {
    return replaced(
            ShippedFiles.text(LIFECYCLE + ".bpmn"),
            "sourceRef=\"incidentReported\" targetRef=\"prioritise\"",
            "sourceRef=\"resumeTooEarly\" targetRef=\"prioritise\"")
        .replaceFirst(
            "<bpmn:outgoing>incidentReportedToPrioritise</bpmn:outgoing>",
            "<bpmn:outgoing>incidentReportedToResume</bpmn:outgoing>")
        .replace(
            "<bpmn:startEvent id=\"contactLogged\"",
            """
            <bpmn:serviceTask id="resumeTooEarly" name="Resume" camunda:asyncBefore="true"
                camunda:delegateExpression="${resumeWork}">
              <bpmn:incoming>incidentReportedToResume</bpmn:incoming>
              <bpmn:outgoing>incidentReportedToPrioritise</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="incidentReportedToResume" sourceRef="incidentReported"
                targetRef="resumeTooEarly" />
            <bpmn:startEvent id="contactLogged\"\
            """);
  }

  /** The start fails where no branch is taken. */
  private static String withoutBranchForSomeNumbers() {
    return replaced(
            ShippedFiles.text(LIFECYCLE + ".bpmn"),
            "<bpmn:sequenceFlow id=\"incidentReportedToPrioritise\" sourceRef=\"incidentReported\""
                + " targetRef=\"prioritise\" />",
            """
            <bpmn:sequenceFlow id="incidentReportedToPrioritise" sourceRef="isKnown"
                targetRef="prioritise">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"\
            >${incidentNumber.endsWith('2') || incidentNumber.endsWith('3')}\
            </bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="otherNumbersToPrioritise" sourceRef="isKnown"
                targetRef="prioritise">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"\
            >${incidentNumber.endsWith('6') || incidentNumber.endsWith('7')}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:exclusiveGateway id="isKnown" name="Is there a branch for its number?">
              <bpmn:incoming>incidentReportedToIsKnown</bpmn:incoming>
              <bpmn:outgoing>incidentReportedToPrioritise</bpmn:outgoing>
            </bpmn:exclusiveGateway>
            <bpmn:sequenceFlow id="incidentReportedToIsKnown" sourceRef="incidentReported"
                targetRef="isKnown" />
            """)
        .replaceFirst(
            "<bpmn:outgoing>incidentReportedToPrioritise</bpmn:outgoing>",
            "<bpmn:outgoing>incidentReportedToIsKnown</bpmn:outgoing>");
  }
}
