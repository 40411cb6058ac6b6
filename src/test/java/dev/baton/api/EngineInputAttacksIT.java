package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.notification.FlowNotifications;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody of the staff sends to the engine past Baton. */
class EngineInputAttacksIT extends ApiDesk {

  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private FlowNotifications messages;
  @Autowired private JdbcTemplate database;

  private static final String ENGINE = "/engine-rest";
  private static final String START = ENGINE + "/process-definition/key/incident-lifecycle";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"Object\", \"value\": \"\\\"http://127.0.0.1:1/x\\\"\", \"valueInfo\":"
            + " {\"objectTypeName\": \"org.springframework.core.io.UrlResource\","
            + " \"serializationDataFormat\": \"application/json\"}}",
        "{\"type\": \"Object\", \"value\": \"rO0ABQ==\", \"valueInfo\": {\"objectTypeName\":"
            + " \"java.util.HashMap\", \"serializationDataFormat\":"
            + " \"application/x-java-serialized-object\"}}",
        "{\"type\": \"File\", \"value\": \"eA==\", \"valueInfo\": {\"filename\": \"x\"}}",
        "{\"type\": \"Bytes\", \"value\": \"eA==\"}",
        "{\"type\": \"Json\", \"value\": \"{}\"}",
        "{\"type\": \"Xml\", \"value\": \"<a/>\"}",
        "{\"value\": [1, 2]}",
        "{\"value\": {\"a\": 1}}"
      })
  void nothingButScalarsIsTaken(String value) {
    String number = newIncident("Scalars");
    String instance = id("/process-instance?businessKey=" + number);
    ApiClient manager = agent.as("service-desk-manager");

    List<ApiClient.Answer> answers =
        List.of(
            agent.post(START + "/submit-form", "{\"variables\": {\"subject\": " + value + "}}"),
            agent.post(START + "/start", "{\"variables\": {\"subject\": " + value + "}}"),
            agent.post(
                ENGINE + "/task/" + task(number) + "/complete",
                "{\"variables\": {\"note\": " + value + "}}"),
            manager.put(ENGINE + "/process-instance/" + instance + "/variables/note", value),
            manager.post(
                ENGINE + "/process-instance/" + instance + "/variables",
                "{\"modifications\": {\"note\": " + value + "}}"));

    assertThat(answers).allSatisfy(a -> assertThat(a.status()).as(a.body()).isEqualTo(400));
    assertThat(agent.get("/api/v1/incidents/" + number).text("status")).isEqualTo("ASSIGNED");
  }

  @Test
  void aTaskActsOnItsOwnIncidentWhateverIsSentWithIt() {
    String mine = newIncident("Mine");
    String other = newIncident("Other");
    agent.post("/api/v1/incidents/" + mine + "/claim");

    ApiClient.Answer done =
        agent.post(
            ENGINE + "/task/" + task(mine) + "/complete",
            """
            {"variables": {"incidentNumber": {"value": "%s"}, "priority": {"value": "P1"},
             "unknown": {"value": "x"}, "outcome": {"value": "resolved"},
             "resolutionCode": {"value": "FIXED"}, "note": {"value": "Done"}}}
            """
                .formatted(other));

    assertThat(done.status()).as(done.body()).isEqualTo(204);
    assertThat(agent.get("/api/v1/incidents/" + mine).text("status")).isEqualTo("RESOLVED");
    assertThat(agent.get("/api/v1/incidents/" + other).text("status")).isEqualTo("ASSIGNED");
    String kept = agent.get(ENGINE + "/variable-instance?processInstanceIdIn=" + of(mine)).body();
    assertThat(kept).contains("\"incidentNumber\"").doesNotContain("unknown", other, "\"P1\"");
  }

  @Test
  void flowsAreToldAndStartedByBatonAlone() {
    String number = newIncident("Told");
    String instance = of(number);
    ApiClient admin = agent.as("admin");

    List<ApiClient.Answer> answers =
        List.of(
            agent.post(
                ENGINE + "/message",
                "{\"messageName\": \"incidentReported\", \"businessKey\": \"INC-2026-999999\"}"),
            admin.post(
                ENGINE + "/message",
                "{\"messageName\": \"requesterReplied\", \"processInstanceId\": \""
                    + instance
                    + "\"}"),
            admin.post(ENGINE + "/signal", "{\"name\": \"x\"}"),
            admin.post(ENGINE + "/condition", "{\"variables\": {}}"),
            admin.post(ENGINE + "/execution/" + instance + "/signal", "{}"),
            agent.post(
                START + "/start",
                "{\"startInstructions\": [{\"type\": \"startBeforeActivity\","
                    + " \"activityId\": \"prioritise\"}]}"),
            agent.put(
                ENGINE + "/task/" + task(number) + "/variables/priority", "{\"value\": \"P1\"}"),
            agent.put(
                ENGINE + "/task/" + task(number) + "/localVariables/incidentNumber",
                "{\"value\": \"x\"}"),
            agent.post(ENGINE + "/task/" + task(number) + "/bpmnError", "{\"errorCode\": \"x\"}"));

    assertThat(answers).allSatisfy(a -> assertThat(a.status()).as(a.body()).isEqualTo(403));
  }

  @Test
  void whoMendsAFlowDoesNotTurnItToAnotherIncident() {
    String instance = of(newIncident("Mended"));
    ApiClient manager = agent.as("service-desk-manager");
    String path = ENGINE + "/process-instance/" + instance + "/variables/";

    assertThat(manager.put(path + "incidentNumber", "{\"value\": \"x\"}").status()).isEqualTo(400);
    assertThat(manager.put(path + "obligationId", "{\"value\": 1}").status()).isEqualTo(400);
    assertThat(manager.delete(path + "incidentNumber").status()).isEqualTo(400);
    assertThat(manager.put(path + "outcome", "{\"value\": \"none\"}").status()).isEqualTo(204);
  }

  @Test
  void theStartFormOfTasklistTakesItsFieldsAndNoBusinessKey() {
    String other = newIncident("Other");
    ApiClient.Answer started =
        agent.post(
            START + "/submit-form",
            """
            {"businessKey": "%s", "variables": {"kind": {"value": "INCIDENT"},
             "channel": {"value": "PHONE"}, "client": {"value": "acme"},
             "requesterName": {"value": "Ada"}, "requesterEmail": {"value": "ada@acme.example"},
             "subject": {"value": "By phone"}, "impact": {"value": "LOW"},
             "urgency": {"value": "LOW"}, "incidentNumber": {"value": "%s"},
             "team": {"value": "unknown-team"}}}
            """
                .formatted(other, other));

    assertThat(started.status()).as(started.body()).isEqualTo(200);
    jobs.runDue();
    assertThat(agent.get(ENGINE + "/process-instance?businessKey=" + other).json()).hasSize(1);
    assertThat(agent.get("/api/v1/incidents?q=By phone".replace(" ", "%20")).body())
        .contains("By phone")
        .doesNotContain("unknown-team");
  }

  @Test
  void aFlowInUseIsNotDeletedAndHistoryIsNotEither() {
    String number = newIncident("Kept");
    ApiClient admin = agent.as("admin");
    String definition =
        agent
            .get(ENGINE + "/process-instance?businessKey=" + number)
            .json()
            .at("/0/definitionId")
            .asText();
    String deployment =
        admin.get(ENGINE + "/process-definition/" + definition).text("deploymentId");

    ApiClient.Answer cascade =
        admin.delete(
            ENGINE + "/deployment/" + deployment + "?cascade=true&skipCustomListeners=true");
    assertThat(cascade.status()).isEqualTo(400);
    assertThat(cascade.body()).contains("in use");
    assertThat(
            admin.delete(ENGINE + "/process-definition/" + definition + "?cascade=true").status())
        .isEqualTo(400);
    assertThat(
            admin
                .delete(ENGINE + "/process-definition/key/incident-lifecycle/delete?cascade=true")
                .status())
        .isBetween(400, 405);
    assertThat(admin.delete(ENGINE + "/history/process-instance/" + of(number)).status())
        .isGreaterThanOrEqualTo(400);
    assertThat(agent.get("/api/v1/incidents/" + number).text("status")).isEqualTo("ASSIGNED");
    assertThat(of(number)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT  | /process-instance/{instance}/suspended | {"suspended": true}
          PUT  | /process-instance/suspended            | {"suspended": true, "processInstanceIds": ["{instance}"]}
          POST | /process-instance/suspended-async      | {"suspended": true, "processInstanceIds": ["{instance}"]}
          PUT  | /process-instance/suspended            | {"suspended": true, "processDefinitionKey": "incident-lifecycle"}
          PUT  | /process-definition/key/incident-lifecycle/suspended | {"suspended": true, "includeProcessInstances": true}
          PUT  | /process-definition/suspended          | {"suspended": true, "processDefinitionKey": "incident-lifecycle"}
          PUT  | /job-definition/suspended              | {"suspended": true, "processDefinitionKey": "sla-clock", "includeJobs": true}
          PUT  | /job/suspended                         | {"suspended": true, "processDefinitionKey": "sla-clock"}
          PUT  | /job/{job}/suspended                   | {"suspended": true}
          PUT  | /job/{job}/duedate                     | {"duedate": "2099-01-01T00:00:00.000+0000"}
          POST | /job/{job}/duedate/recalculate         | {}
          PUT  | /job/{job}/priority                    | {"priority": 0}
          PUT  | /job/{job}/retries                     | {"retries": 0}
          PUT  | /job/{job}/retries                     | {"retries": 1, "dueDate": "2099-01-01T00:00:00.000+0000"}
          POST | /job/retries                           | {"retries": 0, "jobIds": ["{job}"]}
          POST | /process-instance/job-retries          | {"retries": 0, "processInstances": ["{instance}"]}
          DELETE | /job/{job}                           | {}
          DELETE | /process-instance/{instance}?skipSubprocesses=true | {}
          DELETE | /process-instance/{instance}                 | {}
          DELETE | /process-instance/{instance}?skipCustomListeners=true&skipIoMappings=true&failIfNotExists=false | {}
          POST | /process-instance/delete               | {"processInstanceIds": ["{instance}"], "deleteReason": "x"}
          POST | /process-instance/delete               | {"processInstanceQuery": {"processDefinitionKey": "incident-lifecycle"}}
          POST | /process-instance/delete-historic-query-based | {"historicProcessInstanceQuery": {"processDefinitionKey": "incident-lifecycle"}}
          POST | /process-instance/{instance}/modification | {"instructions": [{"type": "cancel", "activityId": "work"}, {"type": "cancel", "activityId": "watchClocks#multiInstanceBody"}]}
          POST | /process-instance/{instance}/modification | {"instructions": [{"type": "startBeforeActivity", "activityId": "incidentCancelled"}]}
          POST | /process-instance/{instance}/modification-async | {"instructions": [{"type": "startBeforeActivity", "activityId": "prioritise"}]}
          POST | /modification/execute                  | {"processDefinitionId": "{definition}", "processInstanceIds": ["{instance}"], "instructions": [{"type": "startBeforeActivity", "activityId": "prioritise"}]}
          POST | /modification/executeAsync             | {"processDefinitionId": "{definition}", "processInstanceIds": ["{instance}"], "instructions": [{"type": "startBeforeActivity", "activityId": "prioritise"}]}
          POST | /process-definition/{definition}/restart | {"processInstanceIds": ["{instance}"], "instructions": [{"type": "startBeforeActivity", "activityId": "prioritise"}]}
          POST | /migration/execute                     | {"migrationPlan": {"sourceProcessDefinitionId": "{definition}", "targetProcessDefinitionId": "{definition}", "instructions": []}, "processInstanceIds": ["{instance}"]}
          POST | /migration/executeAsync                | {"migrationPlan": {"sourceProcessDefinitionId": "{definition}", "targetProcessDefinitionId": "{definition}", "instructions": []}, "processInstanceIds": ["{instance}"]}
          POST | /process-instance/delete               | {"processInstanceIds": ["{instance}"], "skipSubprocesses": true}
          POST | /process-instance/{instance}/modification | {"skipCustomListeners": true, "instructions": [{"type": "startBeforeActivity", "activityId": "prioritise"}]}
          POST | /process-instance/{instance}/modification | {"instructions": [{"type": "startBeforeActivity", "activityId": "prioritise", "variables": {"incidentNumber": {"value": "{other}", "local": true}}}]}
          POST | /process-instance/{instance}/modification | {"instructions": [{"type": "startBeforeActivity", "activityId": "prioritise", "variables": {"note": {"value": "x", "type": "Json"}}}]}
          POST | /process-instance/{instance}/modification-async | {"instructions": [{"type": "startBeforeActivity", "activityId": "prioritise", "variables": {"obligationId": {"value": 1}}}]}
          POST | /process-instance/variables-async      | {"processInstanceIds": ["{instance}"], "variables": {"incidentNumber": {"value": "{other}"}}}
          POST | /process-instance/variables-async      | {"processInstanceIds": ["{instance}"], "variables": {"note": {"value": "x", "type": "Json"}}}
          POST | /process-instance/{instance}/variables | {"deletions": ["incidentNumber"]}
          PUT  | /execution/{instance}/localVariables/incidentNumber | {"value": "{other}"}
          POST | /process-instance/message-async        | {"messageName": "requesterReplied", "processInstanceIds": ["{instance}"]}
          POST | /history/cleanup?immediatelyDue=true   | {}
          POST | /history/process-instance/delete       | {"historicProcessInstanceIds": ["{instance}"]}
          POST | /history/process-instance/set-removal-time | {"clearedRemovalTime": true, "historicProcessInstanceIds": ["{instance}"]}
          PUT  | /process-definition/{definition}/history-time-to-live | {"historyTimeToLive": 0}
          """)
  void nobodyStopsOrEmptiesTheFlowOfAnIncidentPastItsSteps(String verb, String path, String body) {
    String number = newIncident("Goes on");
    String other = newIncident("Other");
    String instance = of(number);
    String definition = agent.get(ENGINE + "/process-instance/" + instance).text("definitionId");
    UnaryOperator<String> filled =
        text ->
            text == null
                ? ""
                : text.replace("{instance}", instance)
                    .replace("{other}", other)
                    .replace("{definition}", definition)
                    .replace("{job}", id("/job"));

    for (String role :
        List.of("agent", "service-desk-manager", "process-owner", "qa-specialist", "admin")) {
      ApiClient.Answer answer = ask(role, verb, filled.apply(path), filled.apply(body));
      assertThat(answer.status()).as(role + ": " + answer.body()).isIn(400, 403);
    }
    ApiClient.Answer now = agent.get(ENGINE + "/process-instance/" + instance);
    assertThat(now.status()).isEqualTo(200);
    assertThat(now.json().path("suspended").asBoolean()).isFalse();
    assertThat(agent.get("/api/v1/incidents/" + number).text("status")).isEqualTo("ASSIGNED");
  }

  private ApiClient.Answer ask(String role, String verb, String path, String body) {
    ApiClient somebody = agent.as(role);
    return somebody.send(
        somebody
            .request(ENGINE + path)
            .method(verb, HttpRequest.BodyPublishers.ofString(body))
            .setHeader("Content-Type", "application/json"));
  }

  @Test
  void whoMendsFlowsIsLedToTheActsOfTheDesk() {
    String number = newIncident("Not cancelled in the engine");

    assertThat(ask("service-desk-manager", "DELETE", "/process-instance/" + of(number), "").body())
        .contains("Cancel the incident on its page", "/api/v1/incidents/{number}/cancel");
    assertThat(
            ask(
                    "admin",
                    "POST",
                    "/process-instance/delete",
                    "{\"processInstanceIds\": [\"%s\"]}".formatted(of(number)))
                .body())
        .contains("cancel incidents one by one");
    assertThat(
            ask(
                    "admin",
                    "POST",
                    "/migration/execute",
                    """
                    {"migrationPlan": {"sourceProcessDefinitionId": "%1$s",
                      "targetProcessDefinitionId": "%1$s", "instructions": []},
                     "processInstanceIds": ["%2$s"]}
                    """
                        .formatted(
                            agent
                                .get(ENGINE + "/process-instance/" + of(number))
                                .text("definitionId"),
                            of(number)))
                .body())
        .contains("/desk/flows/migrations");
    assertThat(agent.get("/api/v1/incidents/" + number).text("status")).isEqualTo("ASSIGNED");
    assertThat(ask("admin", "PUT", "/job/" + id("/job") + "/retries", "{\"retries\": 3}").status())
        .isEqualTo(204);
    assertThat(
            ask(
                    "admin",
                    "PUT",
                    "/process-definition/key/incident-lifecycle/suspended",
                    "{\"suspended\": false}")
                .status())
        .as("activating mends")
        .isEqualTo(204);
  }

  @Test
  void filesAsVariablesAreRefused() {
    String number = newIncident("Multipart");
    String part =
        "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\nA\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"valueType\"\r\n"
            + "Content-Type: text/plain\r\n\r\n%s\r\n--x--\r\n";
    ApiClient manager = agent.as("service-desk-manager");

    for (String type : List.of("Bytes", "File")) {
      for (String place :
          List.of(
              "/process-instance/" + of(number) + "/variables/note/data",
              "/execution/" + of(number) + "/localVariables/note/data",
              "/task/" + task(number) + "/variables/note/data",
              "/task/" + task(number) + "/localVariables/note/data")) {
        ApiClient.Answer answer =
            manager.send(
                manager
                    .request(ENGINE + place)
                    .POST(HttpRequest.BodyPublishers.ofString(part.formatted(type)))
                    .setHeader("Content-Type", "multipart/form-data; boundary=x"));
        assertThat(answer.status()).as(place + answer.body()).isIn(400, 403);
      }
    }
    assertThat(agent.get(ENGINE + "/variable-instance?processInstanceIdIn=" + of(number)).body())
        .doesNotContain("\"note\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ghost", "ada", "agent ", "process-owner", "trainer", "Agent"})
  void aTaskIsGivenToNobodyWhoCannotWorkOnIt(String login) {
    String number = newIncident("Given away");
    String task = ENGINE + "/task/" + task(number);
    String user = "{\"userId\": \"%s\"}".formatted(login);

    assertThat(
            List.of(
                agent.post(task + "/claim", user),
                agent.post(task + "/assignee", user),
                agent.post(task + "/delegate", user),
                agent.post(
                    task + "/identity-links",
                    "{\"userId\": \"%s\", \"type\": \"assignee\"}".formatted(login)),
                agent.post(
                    task + "/identity-links",
                    "{\"userId\": \"%s\", \"type\": \"candidate\"}".formatted(login)),
                agent
                    .as("team-lead")
                    .put(task, "{\"name\": \"x\", \"assignee\": \"%s\"}".formatted(login))))
        .allSatisfy(a -> assertThat(a.status()).as(a.body()).isIn(400, 403));
    assertThat(agent.get(task).json().path("assignee").isNull()).isTrue();
    assertThat(agent.get("/api/v1/incidents/" + number).json().path("assignee").isTextual())
        .isFalse();
  }

  @Test
  void aTaskStaysWithTheTeamThatItIsOfferedTo() {
    String number = newIncident("Offered");
    String links = ENGINE + "/task/" + task(number) + "/identity-links";
    String group = agent.get(links).json().path(0).path("groupId").asText();

    assertThat(
            agent
                .post(
                    links + "/delete",
                    "{\"groupId\": \"%s\", \"type\": \"candidate\"}".formatted(group))
                .status())
        .isEqualTo(403);
    assertThat(agent.get(links).body()).contains(group);
  }

  /** The same as at the desk: whoever works on incidents may, and it is on record who did. */
  @Test
  void whoTakesOrEndsTheTaskOfSomebodyElseIsOnRecord() {
    String number = newIncident("Of somebody else");
    String task = ENGINE + "/task/" + task(number);

    agent.post(task + "/claim", "{\"userId\": \"senior-agent\"}");
    assertThat(agent.get("/api/v1/incidents/" + number).body())
        .contains("\"assignee\":\"senior-agent\"", "ASSIGNED");
    assertThat(agent.post(task + "/claim", "{\"userId\": \"agent\"}").status())
        .as("taken already")
        .isEqualTo(500);
    ApiClient.Answer done =
        agent.post(
            ENGINE + "/task/" + task(number) + "/complete",
            """
            {"variables": {"outcome": {"value": "resolved"},
             "resolutionCode": {"value": "FIXED"}, "note": {"value": "Done"}}}
            """);

    assertThat(done.status()).as(done.body()).isEqualTo(204);
    String timeline = agent.get("/api/v1/incidents/" + number + "/timeline").body();
    assertThat(timeline).contains("Assigned to senior-agent.");
    assertThat(timeline).containsPattern("\"actor\":\"agent\"[^}]*RESOLVED|RESOLVED[^}]*\"agent\"");
  }

  /** As a form or a model of a process owner might have set it. */
  @Test
  void aFlowActsOnWhatIsOfItsOwnIncidentThoughItsVariablesSayOtherwise() {
    String mine = newIncident("Mine");
    String other = newIncident("Other");
    for (String number : List.of(mine, other)) {
      assertThat(
              agent
                  .post("/api/v1/incidents/" + number + "/escalate", "{\"note\": \"Help\"}")
                  .status())
          .isEqualTo(200);
    }
    String flow = "processDefinitionKey=escalation&businessKey=";
    String instance = id("/process-instance?" + flow + mine);
    String foreign = id("/process-instance?" + flow + other);
    Object own = runtime.getVariable(instance, "escalationId");
    runtime.setVariable(instance, "escalationId", runtime.getVariable(foreign, "escalationId"));

    assertThatThrownBy(() -> management.executeJob(id("/job?processInstanceId=" + instance)))
        .hasStackTraceContaining("does not belong to " + mine);

    runtime.setVariable(instance, "escalationId", own);
    jobs.runDue();
    Long message =
        database.queryForObject(
            "select min(id) from notification where incident = ?", Long.class, other);
    assertThat(messages.notification(message, other)).isEqualTo(message);
    assertThatThrownBy(() -> messages.notification(message, mine))
        .hasMessageContaining("is not one of " + mine);
    Long announcement =
        database.queryForObject(
            "select min(id) from announcement where incident = ?", Long.class, other);
    assertThatThrownBy(() -> messages.announcement(announcement, mine))
        .hasMessageContaining("is not one of " + mine);
  }

  private String task(String number) {
    return id("/task?processInstanceBusinessKey=" + number);
  }

  private String of(String number) {
    return id("/process-instance?processDefinitionKey=incident-lifecycle&businessKey=" + number);
  }

  private String id(String query) {
    return agent.get(ENGINE + query).json().path(0).path("id").asText();
  }
}
