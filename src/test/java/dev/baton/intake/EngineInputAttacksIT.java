package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody of the staff sends to the engine past Baton. */
class EngineInputAttacksIT extends ApiDesk {

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
    String number = started.text("businessKey");
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
