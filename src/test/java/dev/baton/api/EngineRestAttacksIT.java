package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.staff.DeskPreparation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the engine's own REST API gives away, or chokes on, in both its places. */
@ExtendWith(OutputCaptureExtension.class)
class EngineRestAttacksIT extends ApiDesk {

  private static final int ONE_LINE = 600;

  @Autowired List<DeskPreparation> preparations;

  private RawRequest.Reply raw(String line, String body) {
    String basic =
        Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return RawRequest.to(
            port,
            line + " HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Authorization: Basic " + basic)
        .with(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /engine-rest/%|",
        "GET /engine-rest/;|",
        "GET /engine-rest/task;a=b|",
        "GET /engine-rest//task|",
        "GET /engine-rest/%2e%2e/task|",
        "GET /engine-rest/task/%00|",
        "GET /engine-rest/task/%c0%ae|",
        "GET /engine-rest/nowhere|",
        "GET /engine-rest/task?maxResults=abc|",
        "GET /engine-rest/task?maxResults=99999999999|",
        "GET /engine-rest/task?priority=abc|",
        "GET /engine-rest/task?dueDate=never|",
        "GET /engine-rest/task?sortBy=nothing&sortOrder=asc|",
        "GET /engine-rest/task?processVariables=x|",
        "GET /engine-rest/task?assigned=perhaps|",
        "GET /engine-rest/task?suspended=%|",
        "GET /engine-rest/history/process-instance?startedAfter=x|",
        "GET /engine-rest/job?dueDates=x|",
        "GET /engine-rest/filter/x/list?maxResults=abc|",
        "POST /engine-rest/task|{",
        "POST /engine-rest/task|[]",
        "POST /engine-rest/task|1",
        "POST /engine-rest/task|null",
        "POST /engine-rest/task|",
        "POST /engine-rest/task|{\"unknown\": 1}",
        "POST /engine-rest/task|{\"taskVariables\": [{\"name\": 1}]}",
        "POST /engine-rest/task|{\"sorting\": [{}]}",
        "POST /engine-rest/message|{}",
        "POST /engine-rest/message|null",
        "POST /engine-rest/filter/create|{}",
        "POST /engine-rest/authorization/create|{}",
        "POST /engine-rest/user/create|{}",
        "POST /engine-rest/identity/password-policy|null",
        "POST /engine-rest/modification/execute|{}",
        "POST /engine-rest/migration/generate|{}",
        "POST /engine-rest/process-instance/delete|{}",
        "POST /engine-rest/process-definition/key/incident-lifecycle/start|{\"variables\": 1}",
        "POST /engine-rest/process-definition/key/incident-lifecycle/start|{\"variables\": {\"a\":"
            + " {\"type\": \"Integer\", \"value\": \"x\"}}}",
        "POST /engine-rest/decision-definition/key/priority/evaluate|{}",
        "PATCH /engine-rest/task|{}",
        "DELETE /engine-rest/task|",
        "TRACE /engine-rest/task|"
      })
  void aMalformedRequestIsRefusedInOneLine(String line, String body, CapturedOutput output) {
    int before = output.getAll().length();

    RawRequest.Reply reply = raw(line, body == null ? "" : body);

    assertThat(reply.status()).as(line + "\n" + reply.text()).isBetween(200, 499);
    assertThat(output.getAll().length() - before)
        .as(output.getAll().substring(before))
        .isLessThan(ONE_LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/identity/verify",
        "/engine-rest/engine/default/identity/verify",
        "/engine-rest/%69dentity/verify",
        "/%65ngine-rest/identity/%76erify",
        "/engine-rest/identity/verify/",
        "/camunda/api/engine/engine/default/identity/verify"
      })
  void passwordsOfOthersAreNotTriedInTheEngine(String path) {
    for (String login : List.of("agent", "admin")) {
      ApiClient.Answer answer =
          agent
              .as(login)
              .post(path, "{\"username\": \"trainer\", \"password\": \"" + PASSWORD + "\"}");

      assertThat(answer.status()).as(answer.body()).isIn(401, 403, 404);
      assertThat(answer.body()).doesNotContain("authenticated\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%65ngine-rest/task", "/engine%2Drest/task", "/engine-rest/task"})
  void aRequesterReachesTheEngineByNoSpelling(String path) {
    assertThat(requester.get(path).status()).isIn(400, 403, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/history/user-operation",
        "/engine-rest/history/user-operation/count",
        "/engine-rest/history/%75ser-operation",
        "/engine-rest/engine/default/history/user-operation"
      })
  void theOperationLogIsForWhoeverReadsTheAuditTrail(String path) {
    for (String role : List.of("agent", "team-lead", "process-owner", "service-desk-manager")) {
      assertThat(agent.as(role).get(path).status()).as(role).isEqualTo(403);
    }
    assertThat(agent.as("director-of-operations").get(path).status())
        .isEqualTo(path.contains("%") ? 404 : 200);
  }

  /** Tasklist's tab History asks for it. */
  @Test
  void whatWasDoneToATaskIsForEverybodyOfTheDesk() {
    String number = newIncident("With a history");
    String task =
        agent
            .get("/engine-rest/task?processInstanceBusinessKey=" + number)
            .json()
            .at("/0/id")
            .asText();
    agent.post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"agent\"}");
    String log = "/engine-rest/history/user-operation";

    ApiClient.Answer history = agent.as("trainer").get(log + "?taskId=" + task);
    assertThat(history.status()).isEqualTo(200);
    assertThat(history.body()).contains("Claim");
    assertThat(history.json())
        .allSatisfy(entry -> assertThat(entry.path("taskId").asText()).isEqualTo(task));
    assertThat(agent.get(log + "/count?taskId=" + task).json().path("count").asInt()).isPositive();
    for (String query :
        List.of("", "?taskId=", "?taskId=%20", "?taskId&userId=admin", "?taskId=x&taskId=y")) {
      assertThat(agent.get(log + query).status()).as(query).isEqualTo(403);
    }
    assertThat(requester.get(log + "?taskId=" + task).status()).isEqualTo(403);
  }

  @Test
  void nobodyChangesOrDeletesTheirOwnUserInTheEngine() {
    for (String who : List.of("agent", "trainer", "process-owner")) {
      ApiClient person = agent.as(who);
      String user = "/engine-rest/user/" + who;

      assertThat(
              person
                  .put(user + "/profile", "{\"id\": \"" + who + "\", \"firstName\": \"X\"}")
                  .status())
          .isEqualTo(403);
      assertThat(
              person
                  .put(
                      user + "/credentials",
                      "{\"password\": \"Another-4-tests!\", \"authenticatedUserPassword\": \"%s\"}"
                          .formatted(PASSWORD))
                  .status())
          .isEqualTo(403);
      assertThat(person.delete(user).status()).isEqualTo(403);
    }
  }

  @Test
  void rightsOnThemselvesOfAnEarlierVersionAreTaken() {
    ApiClient admin = agent.as("admin");
    admin.post(
        "/engine-rest/authorization/create",
        """
        {"type": 1, "permissions": ["ALL"], "userId": "qa-specialist", "resourceType": 1,
         "resourceId": "qa-specialist"}
        """);
    admin.post(
        "/engine-rest/authorization/create",
        """
        {"type": 1, "permissions": ["READ"], "groupId": "trainer", "resourceType": 17,
         "resourceId": "*"}
        """);

    preparations.forEach(DeskPreparation::prepare);

    for (Map.Entry<String, String> query :
        Map.of("userIdIn", "qa-specialist", "groupIdIn", "trainer&resourceType=17").entrySet()) {
      assertThat(
              admin
                  .get("/engine-rest/authorization?" + query.getKey() + "=" + query.getValue())
                  .json())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/task",
        "/engine-rest/nowhere",
        "/camunda/api/engine/engine",
        "/camunda/api/admin/auth/user/default",
        "/api/v1/incidents"
      })
  void nothingOfTheEngineIsKeptInCaches(String path) {
    assertThat(agent.get(path).response().headers().allValues("Cache-Control"))
        .hasSize(1)
        .allMatch(it -> it.contains("no-store"));
  }

  @Test
  void noAnswerLeadsToAHostThatTheClientNames() {
    String report = report("Host");
    for (String line :
        List.of(
            "GET / ",
            "GET /favicon.ico ",
            "GET /camunda ",
            "GET /camunda/app/tasklist ",
            "GET /desk ",
            "GET /api/v1/incidents?size=1 ",
            "POST /api/v1/incidents ",
            "GET /swagger-ui.html ")) {
      RawRequest.Reply reply =
          RawRequest.to(
                  port,
                  line + "HTTP/1.1",
                  "Host: evil.example",
                  "X-Forwarded-Host: evil.example",
                  "Forwarded: host=evil.example",
                  "Accept: text/html, application/json",
                  "Content-Type: application/json",
                  "Authorization: Basic "
                      + Base64.getEncoder()
                          .encodeToString(("agent:" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
              .with(line.startsWith("POST") ? report : "");

      assertThat(reply.status()).as(reply.text()).isLessThan(500);
      assertThat(reply.text().substring(0, reply.text().indexOf("\r\n\r\n")))
          .as(line)
          .doesNotContain("evil.example");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/sign-in", "/api/v1/incidents", "/engine-rest/task", "/camunda/api/x"})
  void nobodyTracesARequest(String path) {
    for (String method : List.of("TRACE", "TRACK", "CONNECT", "FOO")) {
      assertThat(raw(method + " " + path, "").status()).isIn(400, 401, 403, 404, 405, 501);
    }
  }
}
