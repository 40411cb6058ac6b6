package dev.baton.api;

import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import dev.baton.client.ClientView;
import dev.baton.client.Tier;
import dev.baton.flow.migration.MigrationWorker;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import java.net.http.HttpRequest;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Running incidents are brought to a changed flow, with a forecast, in stages, and back. */
class FlowMigrationsIT extends ApiDesk {

  private static final String LIFECYCLE = "incident-lifecycle";
  private static final String FILE = LIFECYCLE + ".bpmn";
  private static final String MIGRATIONS = "/api/v1/flows/migrations";

  @Autowired RepositoryService repositoryService;
  @Autowired RuntimeService runtimeService;
  @Autowired TaskService taskService;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;
  @Autowired MigrationWorker worker;
  @Autowired PublishAgreements publish;

  private final List<String> ours = new ArrayList<>();
  private ApiClient owner;
  private String shipped;

  /** Whatever others left behind on older versions is no part of the test. */
  @BeforeEach
  void onlyOurIncidents() {
    owner = agent.as("process-owner");
    endAllFlows();
    shipped = live().getDeploymentId();
  }

  @AfterEach
  void restoreTheShippedFlows() {
    endAllFlows();
    repositoryService
        .createProcessDefinitionQuery()
        .processDefinitionKey(LIFECYCLE)
        .orderByProcessDefinitionVersion()
        .desc()
        .list()
        .stream()
        .map(ProcessDefinition::getDeploymentId)
        .takeWhile(id -> !id.equals(shipped))
        .forEach(id -> repositoryService.deleteDeployment(id, true));
  }

  @Test
  void aStepWithAnotherIdIsProposedAskedAboutAndMovedThereAndBack() {
    String working = claimed("Works");
    String waiting = onHold("Waits");
    deployed(withId("waitOnHold", "waitForThem"));
    Map<String, String> before = dueDates();
    int told = told();

    ApiClient.Answer outline = owner.get(MIGRATIONS + "/outline");
    assertThat(outline.text("words"))
        .isEqualTo(
            "1 incident moves as it is. 1 waits at 'Wait on hold', which is gone: where do they"
                + " go?");
    JsonNode question = outline.json().at("/questions/0");
    assertThat(question.path("proposal").asText()).isEqualTo("waitForThem");

    ApiClient.Answer planned = plan("{\"reason\": \"The new wait\", \"stages\": [1]}");
    assertThat(planned.status()).as(planned.body()).isEqualTo(201);
    assertThat(planned.text("state")).as("it is not silently taken").isEqualTo("DRAFT");
    long id = planned.json().path("id").asLong();
    assertThat(release(id).status()).isEqualTo(409);

    answered(id, answer("waitOnHold", "waitForThem", false));
    worker.work();
    assertThat(state(id)).isEqualTo("READY");
    assertThat(states(id)).containsOnly("READY");
    assertThat(stepOf(waiting)).as("a forecast moves nothing").isEqualTo("waitOnHold");
    assertThat(dueDates()).isEqualTo(before);

    assertThat(release(id).status()).isEqualTo(200);
    worker.work();
    assertThat(state(id)).isEqualTo("PAUSED");
    assertThat(states(id)).containsExactlyInAnyOrder("MOVED", "READY");
    release(id);
    worker.work();

    assertThat(state(id)).isEqualTo("DONE");
    assertThat(states(id)).containsOnly("MOVED");
    assertThat(stepOf(waiting)).isEqualTo("waitForThem");
    assertThat(taskOf(working).getAssignee()).isEqualTo("agent");
    assertThat(dueDates()).as("no due date moves").isEqualTo(before);
    assertThat(told()).as("nobody is told").isEqualTo(told);
    assertThat(versionsOf(waiting)).containsOnly(live().getDeploymentId());
    assertThat(journalOf(waiting)).containsOnlyOnce("FLOW_MIGRATED");
    assertThat(agent.as("admin").get("/api/v1/audit?kind=DEPLOYED&q=new+wait").body())
        .contains("planned: The new wait", "2 incidents moved");

    back(id, "[]");

    assertThat(stepOf(waiting)).isEqualTo("waitOnHold");
    assertThat(dueDates()).isEqualTo(before);
    assertThat(told()).isEqualTo(told);
    assertThat(versionsOf(waiting)).containsOnly(shipped);
    assertThat(act(waiting, "resume", "{}").status()).isEqualTo(200);
    assertThat(act(working, "resolve", RESOLVED).status()).isEqualTo(200);
  }

  @Test
  void whatTheNewVersionAddsIsThereAndTasksSayWhatItSays() {
    String number = claimed("Inserted");
    deployed(
        replaced(
            replaced(
                shippedLifecycle().replace("name=\"Resolve at first line\"", "name=\"Help\""),
                "<camunda:property name=\"baton.line\" value=\"FIRST\" />",
                "<camunda:property name=\"baton.line\" value=\"FIRST\" />"
                    + "<camunda:property name=\"baton.team\" value=\"network\" />"),
            "<bpmn:userTask id=\"resolveAtSecondLine\"",
            """
            <bpmn:boundaryEvent id="complained" name="Complained" cancelActivity="false"
                attachedToRef="resolveAtFirstLine">
              <bpmn:outgoing>complainedToNoted</bpmn:outgoing>
              <bpmn:messageEventDefinition messageRef="complaintReceivedMessage" />
            </bpmn:boundaryEvent>
            <bpmn:boundaryEvent id="afterAYear" name="After a year" cancelActivity="false"
                attachedToRef="resolveAtFirstLine">
              <bpmn:outgoing>afterAYearToNoted</bpmn:outgoing>
              <bpmn:timerEventDefinition>
                <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P365D</bpmn:timeDuration>
              </bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:endEvent id="noted" name="Noted">
              <bpmn:incoming>complainedToNoted</bpmn:incoming>
              <bpmn:incoming>afterAYearToNoted</bpmn:incoming>
            </bpmn:endEvent>
            <bpmn:sequenceFlow id="complainedToNoted" sourceRef="complained" targetRef="noted" />
            <bpmn:sequenceFlow id="afterAYearToNoted" sourceRef="afterAYear" targetRef="noted" />
            <bpmn:userTask id="resolveAtSecondLine"\
            """));

    long id = ready("{\"reason\": \"Help by the network\", \"stages\": []}");
    JsonNode changes = incidents(id).at("/items/0/changes");
    assertThat(changes.findValuesAsText("subject"))
        .contains("TASK", "OFFER", "TIMER", "MESSAGE")
        .doesNotContain("DUE_DATE");
    moved(id);

    Task task = taskOf(number);
    assertThat(task.getName()).isEqualTo("Help");
    assertThat(task.getAssignee()).isEqualTo("agent");
    assertThat(
            taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null))
        .containsExactly("team-network");
    assertThat(
            runtimeService
                .createEventSubscriptionQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId("complained")
                .count())
        .isEqualTo(1);
    back(id, "[]");
    assertThat(taskOf(number).getName()).isEqualTo("Resolve at first line");
    assertThat(
            runtimeService
                .createEventSubscriptionQuery()
                .processInstanceId(task.getProcessInstanceId())
                .activityId("complained")
                .count())
        .isZero();
    assertThat(act(number, "resolve", RESOLVED).status()).isEqualTo(200);
  }

  @Test
  void aRemovedWaitIsStartedAgainElsewhereAndNothingEnds() {
    String number = onHold("Its wait is removed");
    int told = told();
    deployed(withoutHold());

    ApiClient.Answer planned = plan("{\"reason\": \"No more holds\", \"stages\": []}");
    long id = planned.json().path("id").asLong();
    assertThat(planned.text("state")).isEqualTo("DRAFT");
    answered(id, answer("waitOnHold", "resumeWork", true));
    worker.work();
    assertThat(states(id)).as(incidents(id).toString()).containsOnly("READY");
    assertThat(stepOf(number)).isEqualTo("waitOnHold");
    moved(id);

    assertThat(stepOf(number)).isEqualTo("resolveAtFirstLine");
    assertThat(agent.get("/api/v1/incidents/" + number).text("status"))
        .isIn("ASSIGNED", "IN_PROGRESS");
    assertThat(told()).isEqualTo(told);
    back(id, "[]");
    assertThat(stepOf(number)).isEqualTo("resolveAtFirstLine");
    assertThat(act(number, "resolve", RESOLVED).status()).isEqualTo(200);
  }

  @Test
  void aSplitHoldIsTakenBackFromBothHalves() {
    String number = onHold("Split");
    Map<String, String> before = dueDates();
    deployed(
        withId("waitOnHold", "waitForRequester")
            .replace(
                "<bpmn:userTask id=\"resolveAtSecondLine\"",
                """
                <bpmn:userTask id="waitForSupplier" name="Wait for a supplier"
                    camunda:formRef="wait-on-hold" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="baton.kind" value="hold" />
                      <camunda:property name="baton.offers" value="resume, extend" />
                    </camunda:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>whatCameOutToWaitForSupplier</bpmn:incoming>
                  <bpmn:outgoing>waitForSupplierToIsHoldOver</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="whatCameOutToWaitForSupplier" sourceRef="whatCameOut"
                    targetRef="waitForSupplier">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"\
                >${outcome == 'supplier'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="waitForSupplierToIsHoldOver" sourceRef="waitForSupplier"
                    targetRef="isHoldOver" />
                <bpmn:userTask id="resolveAtSecondLine"\
                """));
    ApiClient.Answer planned = plan("{\"reason\": \"Two waits\", \"stages\": []}");
    long id = planned.json().path("id").asLong();
    answered(id, answer("waitOnHold", "waitForSupplier", false));
    worker.work();
    assertThat(incidents(id).at("/items/0/changes").findValuesAsText("subject"))
        .as("the other half has no timer: it is seen before")
        .contains("TASK", "TIMER");
    answered(id, answer("waitOnHold", "waitForRequester", false));
    worker.work();
    moved(id);
    assertThat(stepOf(number)).isEqualTo("waitForRequester");
    assertThat(dueDates()).isEqualTo(before);
    back(id, "[]");
    assertThat(stepOf(number)).isEqualTo("waitOnHold");
    assertThat(dueDates()).isEqualTo(before);
  }

  @Test
  void escalationsGoAlongWithTheirIncident() {
    String number = claimed("Escalated");
    assertThat(act(number, "escalate", "{\"note\": \"Help\"}").status()).isEqualTo(200);
    jobs.runDue();
    Map<String, String> before = dueDates();
    int told = told();
    ApiClient.Answer accepted =
        Deployments.deploy(
            owner,
            "escalation.bpmn",
            ShippedFiles.text("escalation.bpmn")
                .replace("name=\"Acknowledge\"", "name=\"Answer\""));
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);

    long id = ready("{\"reason\": \"A further rung\", \"stages\": []}");
    moved(id);

    assertThat(versionsOf(number)).containsOnly(live().getDeploymentId());
    assertThat(
            taskService
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskName("Answer")
                .count())
        .isPositive();
    assertThat(dueDates()).isEqualTo(before);
    back(id, "[]");
    assertThat(versionsOf(number)).containsOnly(shipped);
    assertThat(dueDates()).isEqualTo(before);
    assertThat(told()).isEqualTo(told);
  }

  @Test
  void theForecastSaysWhoCannotGoAndWhyAndTheyStay() {
    String waiting = onHold("Cannot go");
    deployed(withoutHold());
    ApiClient.Answer unfit =
        plan(
            "{\"reason\": \"Unfit\", \"answers\": ["
                + answer("waitOnHold", "recordResolution", false)
                + "]}");
    assertThat(unfit.status()).isEqualTo(422);
    assertThat(unfit.body()).contains("Wait on hold", "Start the step again instead");
    assertThat(
            plan("{\"reason\": \"Unknown\", \"answers\": ["
                    + answer("waitOnHold", "noSuchStep", false)
                    + "]}")
                .body())
        .contains("'noSuchStep' is no step of");

    long id =
        ready(
            "{\"reason\": \"It would end\", \"answers\": ["
                + answer("waitOnHold", "incidentClosed", true)
                + "]}");
    JsonNode forecast = incidents(id).at("/items/0");
    assertThat(forecast.path("state").asText()).isEqualTo("IMPOSSIBLE");
    assertThat(forecast.path("message").asText()).contains("Incident lifecycle", "would end");
    moved(id);
    assertThat(stepOf(waiting)).isEqualTo("waitOnHold");
    assertThat(agent.get("/api/v1/incidents/" + waiting).text("status")).isEqualTo("ON_HOLD");
  }

  @Test
  void whoHasGoneOnSinceTheForecastGoesAlongOrIsLeft() {
    String going = claimed("Goes on");
    String held = claimed("Is placed on hold");
    deployed(withId("waitOnHold", "waitForThem"));
    long id = ready("{\"reason\": \"While they work\", \"stages\": []}");
    act(going, "resolve", RESOLVED);
    act(held, "hold", HOLD);
    moved(id);

    assertThat(stepOf(going)).isEqualTo("confirmResolution");
    assertThat(versionsOf(going)).containsOnly(live().getDeploymentId());
    assertThat(stepOf(held)).isEqualTo("waitOnHold");
    assertThat(incidents(id).findValuesAsText("message"))
        .anyMatch(text -> text.contains("It waits at 'Wait on hold', which has no counterpart."));
    assertThat(states(id)).containsExactlyInAnyOrder("MOVED", "LEFT");
  }

  @Test
  void itStopsByItselfWhenTheResultDiffersFromTheForecast() {
    String first = claimed("First");
    claimed("Second");
    deployed(shippedLifecycle().replace("name=\"Resolve at first line\"", "name=\"Help\""));
    long id = ready("{\"reason\": \"A surprise\", \"stages\": []}");
    transaction.executeWithoutResult(
        status ->
            database.update(
                "update flow_migration_incident set after_digest = ? where migration_id = ?",
                "0".repeat(64),
                id));
    release(id);
    worker.work();

    assertThat(state(id)).isEqualTo("STOPPED");
    assertThat(owner.get(MIGRATIONS + "/" + id).text("message"))
        .isEqualTo(first + ": What is open afterwards differs from the forecast.");
    assertThat(states(id)).containsExactly("FAILED", "READY");
    assertThat(taskOf(first).getName()).as("it was undone").isEqualTo("Resolve at first line");
    assertThat(journalOf(first)).doesNotContain("FLOW_MIGRATED");
  }

  @Test
  void onlyAProcessOwnerMigratesAndSaysWhy() {
    claimed("Needs a reason");
    deployed(shippedLifecycle());
    for (String role : List.of("admin", "service-desk-manager", "agent")) {
      assertThat(agent.as(role).get(MIGRATIONS).status()).isEqualTo(403);
      assertThat(agent.as(role).post(MIGRATIONS, "{\"reason\": \"x\"}").status()).isEqualTo(403);
    }
    assertThat(plan("{\"reason\": \" \"}").fieldsRefused()).contains("reason");
    assertThat(plan("{\"reason\": \"x\", \"stages\": [0]}").fieldsRefused()).contains("stages");
    long id = ready("{\"reason\": \"Stopped\"}");
    assertThat(owner.post(MIGRATIONS + "/" + id + "/stop", "{\"reason\": \"Not now\"}").status())
        .isEqualTo(200);
    assertThat(release(id).status()).isEqualTo(409);
    assertThat(owner.get(MIGRATIONS + "/999999").status()).isEqualTo(404);
    assertThat(owner.get(MIGRATIONS + "?size=1").json().path("items")).hasSize(1);
  }

  @Test
  void clocksGoAlongAndAreDueWhenTheyWere() {
    String number = promised("Its clocks run");
    Map<String, String> before = dueDates();
    assertThat(versionsOf(number)).containsOnly(shipped);
    assertThat(clocksOf(number)).isEqualTo(2);
    ApiClient.Answer accepted =
        Deployments.deploy(
            owner,
            "sla-clock.bpmn",
            ShippedFiles.text("sla-clock.bpmn").replace("\"milestoneReached\"", "\"nextReached\""));
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);

    ApiClient.Answer planned = plan("{\"reason\": \"Clocks by another name\", \"stages\": []}");
    assertThat(owner.get(MIGRATIONS + "/outline").json().at("/questions/0/proposal").asText())
        .isEqualTo("nextReached");
    long id = planned.json().path("id").asLong();
    answered(id, answer("milestoneReached", "nextReached", false).replace(LIFECYCLE, "sla-clock"));
    worker.work();
    assertThat(states(id)).as(incidents(id).toString()).containsOnly("READY");
    moved(id);

    assertThat(versionsOf(number)).containsOnly(live().getDeploymentId());
    assertThat(clocksOf(number)).isEqualTo(2);
    assertThat(dueDates()).isEqualTo(before);
    back(id, "[]");
    assertThat(versionsOf(number)).containsOnly(shipped);
    assertThat(dueDates()).isEqualTo(before);
    act(number, "claim", "{}");
    assertThat(act(number, "resolve", RESOLVED).status()).isEqualTo(200);
    assertThat(act(number, "confirm", "{}").status()).isEqualTo(200);
    jobs.runDue();
    assertThat(clocksOf(number)).isZero();
  }

  @Test
  void anotherNodeGoesOnWhenTheLeaseOfADeadOneHasRunOut() {
    String first = claimed("Moved before the crash");
    String second = claimed("Moved by another node");
    deployed(shippedLifecycle());
    long id = ready("{\"reason\": \"A crash\", \"stages\": [1]}");
    release(id);
    worker.work();
    release(id);
    leaseOfADeadNode(id, "2099-01-01 00:00:00");
    worker.work();
    assertThat(states(id)).as("a living one may work").containsExactly("MOVED", "READY");

    leaseOfADeadNode(id, "2001-01-01 00:00:00");
    worker.work();

    assertThat(state(id)).isEqualTo("DONE");
    assertThat(journalOf(first)).containsOnlyOnce("FLOW_MIGRATED");
    assertThat(journalOf(second)).containsOnlyOnce("FLOW_MIGRATED");
  }

  @Test
  void aProcessOwnerMigratesOnAPage() {
    String waiting = onHold("On a page");
    deployed(withId("waitOnHold", "waitForThem"));
    ApiClient.Answer page = owner.get("/desk/flows/migrations");
    assertThat(page.body())
        .contains(
            "No incident moves as it is.",
            "1 waits at \u201cWait on hold\u201d (Incident lifecycle), which is gone",
            "name=\"answer.incident-lifecycle.waitOnHold\"");
    ApiClient.Answer planned =
        form(
            "/desk/flows/migrations",
            "reason=On+a+page&answer.incident-lifecycle.waitOnHold=move%3AwaitForThem");
    assertThat(planned.status()).as(planned.body()).isEqualTo(200);
    String path = planned.header("HX-Redirect");
    assertThat(owner.get(path + "/progress").body()).contains("hx-trigger=\"every 2s\"");
    worker.work();
    assertThat(owner.get(path).body()).contains("1 will move", "Move the first stage");
    assertThat(form(path + "/release", "").status()).isEqualTo(200);
    worker.work();
    assertThat(owner.get(path).body()).contains("1 moved", "Plan the way back");
    assertThat(stepOf(waiting)).isEqualTo("waitForThem");
    String back = form(path + "/back", "reason=Again").header("HX-Redirect");
    worker.work();
    ApiClient.Answer german = owner.send(owner.request(back).header("Accept-Language", "de").GET());
    assertThat(german.body()).contains("Erste Stufe umstellen", "1 werden umgestellt");
    assertThat(form(back + "/stop", "reason=Not+now").body()).contains("Not now");
    assertThat(agent.get(path).status()).isEqualTo(403);
  }

  private ApiClient.Answer form(String path, String fields) {
    return owner.send(
        owner
            .request(path)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .setHeader("X-BATON-CSRF", "any")
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
  }

  private void leaseOfADeadNode(long id, String until) {
    transaction.executeWithoutResult(
        status ->
            database.update(
                "update flow_migration set lease_owner = 'dead', lease_until = ? where id = ?",
                until,
                id));
  }

  /** Of a client with two promises, at all hours. */
  private String promised(String subject) {
    if (clients.find("initech").isEmpty()) {
      clients.register(
          new ClientView(
              0, "initech", "Initech", Tier.SILVER, ZoneId.of("UTC"), Locale.ENGLISH, 5, 2, 2));
      publish.publish(
          new CalendarDefinition(
              "at-all-hours",
              ZoneId.of("UTC"),
              Arrays.stream(DayOfWeek.values())
                  .collect(
                      Collectors.toMap(
                          Function.identity(), day -> List.of(OpeningHours.parse("00:00-24:00")))),
              null,
              Map.of(),
              Map.of()));
      publish.publish(
          new AgreementDefinition(
              "initech",
              null,
              "initech",
              null,
              null,
              null,
              null,
              "at-all-hours",
              List.of(
                  promise(ObligationKind.RESPONSE, "100 working hours"),
                  promise(ObligationKind.RESOLUTION, "200 working hours"))));
    }
    String number =
        agent
            .post(
                "/api/v1/incidents",
                report(subject).replace("acme", "initech").replace("EMAIL", "PHONE"))
            .text("number");
    jobs.runDue();
    return number;
  }

  private static Promise promise(ObligationKind kind, String target) {
    return new Promise(kind, null, Target.parse(target), null, null, null, null, List.of(75), null);
  }

  private int clocksOf(String number) {
    return (int)
        runtimeService
            .createProcessInstanceQuery()
            .processDefinitionKey("sla-clock")
            .processInstanceBusinessKey(number)
            .count();
  }

  private static final String RESOLVED = "{\"code\": \"FIXED\", \"note\": \"Replaced the cable\"}";
  private static final String HOLD =
      "{\"reason\": \"SUPPLIER\", \"until\": \"2099-01-04T10:00:00Z\", \"note\": \"A part\"}";

  private String claimed(String subject) {
    String number = newIncident(subject);
    assertThat(act(number, "claim", "{}").status()).isEqualTo(200);
    ours.add(number);
    return number;
  }

  private String onHold(String subject) {
    String number = claimed(subject);
    ApiClient.Answer held = act(number, "hold", HOLD);
    assertThat(held.status()).as(held.body()).isEqualTo(200);
    assertThat(stepOf(number)).isEqualTo("waitOnHold");
    return number;
  }

  private ApiClient.Answer act(String number, String act, String body) {
    return agent.post("/api/v1/incidents/" + number + "/" + act, body);
  }

  private ApiClient.Answer plan(String body) {
    return owner.post(MIGRATIONS, body);
  }

  private static String answer(String step, String to, boolean again) {
    return "{\"flow\": \"%s\", \"step\": \"%s\", \"to\": \"%s\", \"again\": %s}"
        .formatted(LIFECYCLE, step, to, again);
  }

  private void answered(long id, String answer) {
    ApiClient.Answer answered =
        owner.put(MIGRATIONS + "/" + id + "/answers", "{\"answers\": [" + answer + "]}");
    assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    assertThat(answered.text("state")).isEqualTo("FORECASTING");
  }

  private long ready(String body) {
    ApiClient.Answer planned = plan(body);
    assertThat(planned.status()).as(planned.body()).isEqualTo(201);
    long id = planned.json().path("id").asLong();
    worker.work();
    assertThat(state(id)).isEqualTo("READY");
    return id;
  }

  private ApiClient.Answer release(long id) {
    return owner.post(MIGRATIONS + "/" + id + "/release", "{}");
  }

  private void moved(long id) {
    do {
      ApiClient.Answer released = release(id);
      assertThat(released.status()).as(released.body()).isEqualTo(200);
      worker.work();
    } while (state(id).equals("PAUSED"));
    assertThat(state(id)).as(owner.get(MIGRATIONS + "/" + id).body()).isEqualTo("DONE");
  }

  private void back(long id, String answers) {
    ApiClient.Answer planned =
        owner.post(
            MIGRATIONS + "/" + id + "/back",
            "{\"reason\": \"Back again\", \"stages\": [], \"answers\": " + answers + "}");
    assertThat(planned.status()).as(planned.body()).isEqualTo(201);
    assertThat(planned.text("state")).as(planned.body()).isEqualTo("FORECASTING");
    worker.work();
    long way = planned.json().path("id").asLong();
    assertThat(states(way)).as(incidents(way).toString()).containsOnly("READY");
    moved(way);
    assertThat(states(way)).containsOnly("MOVED");
  }

  private String state(long id) {
    return owner.get(MIGRATIONS + "/" + id).text("state");
  }

  private JsonNode incidents(long id) {
    return owner.get(MIGRATIONS + "/" + id + "/incidents").json();
  }

  private List<String> states(long id) {
    return StreamSupport.stream(incidents(id).path("items").spliterator(), false)
        .map(each -> each.path("state").asText())
        .toList();
  }

  private Task taskOf(String number) {
    return taskService
        .createTaskQuery()
        .processDefinitionKey(LIFECYCLE)
        .processInstanceBusinessKey(number)
        .singleResult();
  }

  private String stepOf(String number) {
    return taskOf(number).getTaskDefinitionKey();
  }

  /** The deployments that the flows of the incident are of. */
  private List<String> versionsOf(String number) {
    return database.queryForList(
        "select distinct d.DEPLOYMENT_ID_ from ACT_RU_EXECUTION r join ACT_RU_EXECUTION e"
            + " on e.ROOT_PROC_INST_ID_ = r.ID_ join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_"
            + " where r.BUSINESS_KEY_ = ? and r.PARENT_ID_ is null",
        String.class,
        number);
  }

  /** Of all timers and tasks of our incidents, by the id that they keep. */
  private Map<String, String> dueDates() {
    Map<String, String> due = new HashMap<>();
    database.query(
        "select j.ID_, j.DUEDATE_ from ACT_RU_JOB j join ACT_RU_EXECUTION r"
            + " on r.ID_ = j.ROOT_PROC_INST_ID_ where j.TYPE_ = 'timer' and r.BUSINESS_KEY_ is not"
            + " null union all select t.ID_, t.DUE_DATE_ from ACT_RU_TASK t",
        row -> {
          due.put(row.getString(1), row.getString(2));
        });
    return due;
  }

  private int told() {
    return database.queryForObject("select count(*) from notification", Integer.class);
  }

  private List<String> journalOf(String number) {
    return database.queryForList(
        "select j.kind from journal_entry j join incident i on i.id = j.incident_id"
            + " where i.number = ? order by j.id",
        String.class,
        number);
  }

  private ProcessDefinition live() {
    return repositoryService
        .createProcessDefinitionQuery()
        .processDefinitionKey(LIFECYCLE)
        .latestVersion()
        .singleResult();
  }

  private static String shippedLifecycle() {
    return ShippedFiles.text(FILE).replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
  }

  private static String withId(String id, String changed) {
    return shippedLifecycle().replaceAll("\"" + id + "\"", "\"" + changed + "\"");
  }

  /** The reminder goes on with the work at once. */
  private static String withoutHold() {
    return shippedLifecycle()
        .replaceAll("(?s)<bpmn:userTask id=\"waitOnHold\".*?</bpmn:userTask>", "")
        .replaceAll("(?s)<bpmn:boundaryEvent id=\"answerArrived\".*?</bpmn:boundaryEvent>", "")
        .replaceAll("(?s)<bpmn:boundaryEvent id=\"holdPromiseDue\".*?</bpmn:boundaryEvent>", "")
        .replaceAll(
            "<bpmn:sequenceFlow id=\"(waitOnHold|answerArrived|holdPromiseDue)To\\w+\"[^>]*/>", "")
        .replaceAll(
            "<bpmn:incoming>(waitOnHold|answerArrived|holdPromiseDue)To\\w+</bpmn:incoming>", "")
        .replaceAll("targetRef=\"waitOnHold\"", "targetRef=\"resumeWork\"");
  }

  /** A whole release, for nobody. */
  private void deployed(String lifecycle) {
    String now = live().getDeploymentId();
    List<String> names = repositoryService.getDeploymentResourceNames(now);
    String file = names.stream().filter(name -> name.endsWith(FILE)).findFirst().orElseThrow();
    Deployment deployment =
        repositoryService
            .createDeployment()
            .name("A changed release")
            .addDeploymentResourcesByName(
                now, names.stream().filter(name -> !name.equals(file)).toList())
            .addString(file, lifecycle)
            .deploy();
    assertThat(live().getDeploymentId()).isEqualTo(deployment.getId());
  }

  private void endAllFlows() {
    transaction.executeWithoutResult(
        status ->
            database.update("update incident set status = 'CANCELLED' where status <> 'CLOSED'"));
    List<String> roots =
        database.queryForList(
            "select ID_ from ACT_RU_EXECUTION where PARENT_ID_ is null and SUPER_EXEC_ is null"
                + " and BUSINESS_KEY_ like 'INC-%'",
            String.class);
    roots.forEach(
        id ->
            runtimeService.deleteProcessInstance(
                id, "The test is over.", true, false, true, false));
  }
}
