package dev.baton.api;

import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Running incidents are brought to a changed flow, with a forecast, in stages, and back. */
class FlowMigrationsIT extends MigrationDesk {

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
  void whoHasComeToAnInsertedTaskIsTakenBackToWhereTheOwnerSays() {
    String resolving = claimed("Comes to the new task");
    String staying = claimed("Is not that far");
    Map<String, String> before = dueDates();
    int told = told();
    deployed(withReview());

    long id = ready("{\"reason\": \"A review of resolutions\", \"stages\": []}");
    movedAsForecast(id);
    assertThat(dueDates()).isEqualTo(before);
    assertThat(told()).isEqualTo(told);
    assertThat(act(resolving, "resolve", RESOLVED).status()).isEqualTo(200);
    assertThat(stepOf(resolving)).isEqualTo("reviewResolution");
    jobs.runDue();
    assertThat(told()).as("not before the review").isEqualTo(told);

    ApiClient.Answer asked =
        owner.post(MIGRATIONS + "/" + id + "/back", "{\"reason\": \"Back\", \"stages\": []}");
    assertThat(asked.text("state")).as(asked.body()).isEqualTo("DRAFT");
    back(id, "[" + answer("reviewResolution", "tellResolved", true) + "]");

    assertThat(
            repositoryService
                .getProcessDefinition(taskOf(resolving).getProcessDefinitionId())
                .getDeploymentId())
        .isEqualTo(shipped);
    assertThat(stepOf(resolving)).isEqualTo("confirmResolution");
    jobs.runDue();
    assertThat(told()).as("the client is told once that it is resolved").isEqualTo(told + 1);
    assertThat(stepOf(staying)).isEqualTo("resolveAtFirstLine");
    assertThat(taskOf(staying).getAssignee()).isEqualTo("agent");
  }

  /** Between the record of a resolution and the message about it. */
  private static String withReview() {
    String edge =
        "<bpmn:sequenceFlow id=\"recordResolutionToTellResolved\" sourceRef=\"recordResolution\""
            + " targetRef=\"tellResolved\" />";
    return replaced(
            replaced(
                shippedLifecycle(),
                edge,
                edge.replace("tellResolved", "reviewResolution")
                    + "<bpmn:sequenceFlow id=\"reviewed\" sourceRef=\"reviewResolution\""
                    + " targetRef=\"tellResolved\" />"),
            "<bpmn:incoming>recordResolutionToTellResolved</bpmn:incoming>",
            "<bpmn:incoming>reviewed</bpmn:incoming>")
        .replace(
            "<bpmn:serviceTask id=\"recordResolution\"",
            """
            <bpmn:userTask id="reviewResolution" name="Review the resolution">
              <bpmn:extensionElements>
                <camunda:properties>
                  <camunda:property name="baton.kind" value="form" />
                </camunda:properties>
              </bpmn:extensionElements>
              <bpmn:incoming>recordResolutionToTellResolved</bpmn:incoming>
              <bpmn:outgoing>reviewed</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:serviceTask id="recordResolution"\
            """);
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
    movedAsForecast(id);

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
    int told = told();
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
    movedAsForecast(id);
    assertThat(stepOf(number)).isEqualTo("waitForRequester");
    assertThat(dueDates()).isEqualTo(before);
    back(id, "[]");
    assertThat(stepOf(number)).isEqualTo("waitOnHold");
    assertThat(dueDates()).isEqualTo(before);
    assertThat(told()).isEqualTo(told);
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
  void anotherReleaseMeanwhileIsToldAndPlannedForAnew() {
    String first = claimed("Moved before the other release");
    String second = claimed("Not moved before it");
    deployed(shippedLifecycle());
    long id = ready("{\"reason\": \"Overtaken\", \"stages\": [1]}");
    release(id);
    worker.work();
    deployed(shippedLifecycle().replace("name=\"Resolve at first line\"", "name=\"Help\""));

    ApiClient.Answer refused = release(id);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Another release has gone live", "Plan another");
    assertThat(owner.get(MIGRATIONS + "/" + id).json().path("outdated").asBoolean()).isTrue();
    assertThat(owner.get("/desk/flows/migrations/" + id).body())
        .contains("Another release has gone live", "Plan another migration")
        .doesNotContain(id + "/release");
    assertThat(states(id)).containsExactlyInAnyOrder("MOVED", "READY");
    long anew = ready("{\"reason\": \"To what is live now\", \"stages\": []}");
    assertThat(owner.put(MIGRATIONS + "/" + id + "/answers", "{\"answers\": []}").status())
        .isEqualTo(409);
    movedAsForecast(anew);
    assertThat(taskOf(first).getName()).isEqualTo("Help");
    assertThat(taskOf(second).getName()).isEqualTo("Help");
    back(anew, "[]");
    assertThat(versionsOf(second)).as("each to where it was").containsOnly(shipped);
    assertThat(versionsOf(first)).doesNotContain(shipped, live().getDeploymentId());
  }

  @Test
  void flowsWithoutAnIncidentAreListedAsStaying() {
    claimed("Goes along");
    Date tomorrow = Date.from(Instant.now().plus(1, ChronoUnit.DAYS));
    String absence =
        runtimeService
            .startProcessInstanceByKey("absence", Map.<String, Object>of("dueAt", tomorrow))
            .getProcessInstanceId();
    try {
      deployed(shippedLifecycle());

      JsonNode staying = owner.get(MIGRATIONS + "/outline").json().path("staying");

      assertThat(staying.findValuesAsText("flow")).contains("absence");
      assertThat(owner.get("/desk/flows/migrations").body())
          .contains("What stays on its version", "belong to no incident");
    } finally {
      runtimeService.deleteProcessInstance(absence, "The test is over.");
    }
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
}
