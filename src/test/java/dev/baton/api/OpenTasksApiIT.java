package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The open tasks of an incident whose flow an owner has redesigned without Java. */
@TestInstance(Lifecycle.PER_CLASS)
class OpenTasksApiIT extends ApiDesk {

  private ApiClient senior;

  private boolean isLive;

  @BeforeEach
  void theOwnersLifecycleIsLive() {
    senior = agent.as("senior-agent");
    if (!isLive) {
      OwnersLifecycle.deploy(agent.as("process-owner"));
      isLive = true;
    }
  }

  @AfterAll
  void theShippedLifecycleIsBack() {
    OwnersLifecycle.restore(agent.as("process-owner"));
  }

  @Test
  void allTasksAreListedWithWhatTheyAreAndTheirForms() {
    String number = newIncident("Two tasks at once");

    JsonNode tasks = agent.get(tasks(number)).json();

    assertThat(tasks)
        .extracting(task -> task.path("name").asText())
        .containsExactlyInAnyOrder("Resolve at first line", "Inform security");
    JsonNode work = task(number, "Resolve at first line");
    assertThat(work.path("kind").asText()).isEqualTo("work");
    assertThat(work.path("line").asText()).isEqualTo("FIRST");
    assertThat(work.path("team").asText())
        .isEqualTo(agent.get("/api/v1/incidents/" + number).text("team"));
    assertThat(work.path("offers"))
        .extracting(JsonNode::asText)
        .contains("resolve", "hold", "duplicate", "passToSecondLine");
    assertThat(work.at("/form/id").asText()).isEqualTo("resolve-at-first-line");
    JsonNode aside = task(number, "Inform security");
    assertThat(aside.path("kind").asText()).isEqualTo("aside");
    assertThat(aside.path("team").asText()).isEqualTo("network");
    assertThat(aside.path("offers")).isEmpty();
    assertThat(aside.path("created").asText()).endsWith("Z");
    assertThat(aside.at("/form/components/1/key").asText()).isEqualTo("severity");
  }

  @Test
  void aCommentInTasklistBecomesAnInternalNote() {
    String number = newIncident("Noted in Tasklist");
    String id = task(number, "Resolve at first line").path("id").asText();

    ApiClient.Answer taken =
        agent.post("/engine-rest/task/" + id + "/comment/create", "{\"message\": \"Ask Otto 🔥\"}");

    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.text("message")).isEqualTo("Ask Otto 🔥");
    JsonNode contacts = agent.get("/api/v1/incidents/" + number + "/contacts").json();
    assertThat(contacts)
        .filteredOn(contact -> contact.path("body").asText().equals("Ask Otto 🔥"))
        .singleElement()
        .satisfies(note -> assertThat(note.path("visibility").asText()).isEqualTo("INTERNAL"));
    assertThat(agent.get("/engine-rest/task/" + id + "/comment").json()).isEmpty();
  }

  @Test
  void theDatesOfATaskFollowFromTheAgreementAndTasksFromFlows() {
    String number = newIncident("Undated");
    String id = task(number, "Resolve at first line").path("id").asText();
    ApiClient admin = agent.as("admin");
    JsonNode before = admin.get("/engine-rest/task/" + id).json();

    assertThat(
            admin
                .put(
                    "/engine-rest/task/" + id,
                    "{\"name\": \"Resolve at first line\", \"due\": \"2031-01-01T00:00:00.000+0000\"}")
                .status())
        .isEqualTo(409);
    assertThat(admin.get("/engine-rest/task/" + id).json().path("due"))
        .isEqualTo(before.path("due"));
    assertThat(admin.post("/engine-rest/task/create", "{\"name\": \"Water the plants\"}").status())
        .isEqualTo(400);
    assertThat(
            agent
                .get("/engine-rest/task/count?name=Water%20the%20plants")
                .json()
                .path("count")
                .asInt())
        .isZero();
  }

  @Test
  void theDesksPeopleReadThemAndAClientsPeopleDoNot() {
    String number = newIncident("For staff");

    assertThat(agent.as("trainer").get(tasks(number)).status()).isEqualTo(200);
    assertThat(requester.get(tasks(number)).status()).isEqualTo(403);
    assertThat(stranger.get(tasks(number)).status()).isEqualTo(404);
    assertThat(nobody().get(tasks(number)).status()).isEqualTo(401);
    String complete = of(number, "Inform security") + "/complete";
    String body = "{\"variables\": {\"severity\": \"LOW\"}}";
    assertThat(requester.post(complete, body).status()).isEqualTo(403);
    assertThat(agent.as("trainer").post(complete, body).status()).isEqualTo(403);
    assertThat(agent.get("/api/v1/incidents/INC-2026-999999/tasks").status()).isEqualTo(404);
  }

  @Test
  void anAsideTaskIsTakenReturnedAndCompletedWhileTheWorkGoesOn() {
    String number = newIncident("Beside the work");
    String aside = of(number, "Inform security");

    ApiClient.Answer taken = senior.post(aside + "/claim", "{}");

    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    assertThat(taken.text("assignee")).isEqualTo("senior-agent");
    assertThat(agent.post(aside + "/claim").status()).isEqualTo(409);
    assertThat(agent.post(aside + "/claim").body()).contains("assigned to senior-agent");
    assertThat(agent.get("/api/v1/incidents/" + number).json().path("assignee").isNull()).isTrue();
    assertThat(senior.post(aside + "/release", "{}").json().path("assignee").isNull()).isTrue();
    ApiClient.Answer work = agent.post(of(number, "Resolve at first line") + "/claim");
    assertThat(work.status()).isEqualTo(409);
    assertThat(work.body()).contains("claim the incident instead");

    ApiClient.Answer done =
        agent.post(
            aside + "/complete",
            """
            {"variables": {"severity": "HIGH", "whatLeaked": "A password", "ticket": "SEC-12",
             "accounts": 3, "byPhone": true, "informedAt": "2026-03-31T14:00Z",
             "shift": "LATE", "systems": ["mail", "files"]}}
            """);

    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.text("number")).isEqualTo(number);
    assertThat(agent.get(tasks(number)).json()).hasSize(1);
    assertThat(agent.post(aside + "/complete", "{\"variables\": {}}").status()).isEqualTo(404);
    assertThat(agent.post("/api/v1/incidents/" + number + "/claim").text("status"))
        .isEqualTo("IN_PROGRESS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                              | severity   | is required
          {"severity": "MEDIUM"}                          | severity   | must be one of LOW, HIGH
          {"severity": "HIGH"}                            | whatLeaked | is required
          {"severity": "HIGH", "whatLeaked": "  "}        | whatLeaked | is required
          {"severity": "HIGH", "whatLeaked": "ab"}        | whatLeaked | must have at least 3 characters
          {"severity": "HIGH", "whatLeaked": "abcdefghijklmnopqrstuvwxyz"} | whatLeaked | must have at most 20 characters, not 26
          {"severity": "LOW", "whatLeaked": "abc"}        | whatLeaked | is not asked for
          {"severity": "LOW", "ticket": "12"}             | ticket     | must match the pattern
          {"severity": "LOW", "ticket": 12}               | ticket     | must be a text
          {"severity": "LOW", "slow": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"} | slow | must match the pattern
          {"severity": "LOW", "accounts": 0}              | accounts   | must be at least 1
          {"severity": "LOW", "accounts": 10}             | accounts   | must be at most 9
          {"severity": "LOW", "accounts": "3"}            | accounts   | must be a number
          {"severity": "LOW", "byPhone": "yes"}           | byPhone    | must be true or false
          {"severity": "LOW", "informedAt": "tomorrow"}   | informedAt | must be a date and time such as
          {"severity": "LOW", "shift": "NIGHT"}           | shift      | must be one of EARLY, LATE
          {"severity": "LOW", "systems": ["printer"]}     | systems    | may only have mail, files
          {"severity": "LOW", "systems": "mail"}          | systems    | must be a list
          {"severity": ["LOW"]}                           | severity   | must be a text, a number
          {"severity": "LOW", "ticket": {"a": 1}}         | ticket     | must be a text, a number
          {"severity": "LOW", "priority": "P1"}           | priority   | is not a field of this form
          {"severity": "LOW", "incidentNumber": "INC-2026-000001"} | incidentNumber | is set by the flow
          {"severity": "LOW", "resolvedBy": "admin"}      | resolvedBy | is set by the flow
          """)
  void whatTheFormWouldRefuseIsRefused(String variables, String field, String reason) {
    String number = newIncident("Refused input");

    ApiClient.Answer answer =
        agent.post(
            of(number, "Inform security") + "/complete", "{\"variables\": " + variables + "}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.fieldsRefused()).containsExactly("variables." + field);
    assertThat(answer.json().at("/errors/0/reason").asText()).contains(reason);
    assertThat(agent.get(tasks(number)).json()).hasSize(2);
  }

  @Test
  void aBodyOfAnotherShapeIsRefused() {
    String complete = of(newIncident("Other shapes"), "Inform security") + "/complete";

    assertThat(agent.post(complete, "{\"severity\": \"LOW\"}").status()).isEqualTo(422);
    assertThat(agent.post(complete, "{\"variables\": []}").status()).isIn(400, 422);
    assertThat(agent.post(complete, "[").status()).isEqualTo(400);
  }

  @Test
  void aTaskIsCompletedThroughItsOwnIncidentOnly() {
    String mine = newIncident("Mine");
    String other = newIncident("Other");
    String id = task(other, "Inform security").path("id").asText();

    for (String act : new String[] {"complete", "claim", "release"}) {
      ApiClient.Answer answer =
          agent.post(
              tasks(mine) + "/" + id + "/" + act,
              act.equals("complete") ? "{\"variables\": {\"severity\": \"LOW\"}}" : "{}");
      assertThat(answer.status()).as(answer.body()).isEqualTo(404);
      assertThat(answer.text("type")).isEqualTo("urn:baton:problem:unknown-task");
    }
    assertThat(agent.get(tasks(other)).json()).hasSize(2);
  }

  @Test
  void theMainWorkIsCompletedByItsFormToo() {
    String number = newIncident("By its form");
    String complete = of(number, "Resolve at first line") + "/complete";

    ApiClient.Answer lacking = agent.post(complete, "{\"variables\": {\"outcome\": \"hold\"}}");
    assertThat(lacking.fieldsRefused())
        .containsExactlyInAnyOrder("variables.holdReason", "variables.holdUntil", "variables.note");
    ApiClient.Answer unknown =
        agent.post(
            complete,
            """
            {"variables": {"outcome": "reassign", "toTeam": "no-such-team", "note": "Yours"}}
            """);
    assertThat(unknown.status()).as(unknown.body()).isEqualTo(422);
    assertThat(unknown.fieldsRefused()).containsExactly("variables.toTeam");

    ApiClient.Answer held =
        agent.post(
            complete,
            """
            {"variables": {"outcome": "hold", "holdReason": "SUPPLIER",
             "holdUntil": "2099-03-31T14:00Z", "note": "Waits for a part"}}
            """);

    assertThat(held.status()).as(held.body()).isEqualTo(200);
    assertThat(held.text("status")).isEqualTo("ON_HOLD");
    assertThat(held.json().at("/hold/reason").asText()).isEqualTo("SUPPLIER");
  }

  @Test
  void whoResolvedMayNotApproveNeitherAtTheApiNorInTasklist() {
    String number = newIncident("Four eyes");
    agent.post("/api/v1/incidents/" + number + "/claim");
    ApiClient.Answer resolved =
        agent.post(
            "/api/v1/incidents/" + number + "/resolve",
            "{\"code\": \"FIXED\", \"note\": \"Replaced the cable\"}");
    assertThat(resolved.status()).as(resolved.body()).isEqualTo(200);
    assertThat(resolved.text("status")).isEqualTo("IN_PROGRESS");
    String approval = of(number, "Approve the resolution");
    String id = task(number, "Approve the resolution").path("id").asText();
    String approved = "{\"variables\": {\"resolutionCode\": \"FIXED\"}}";
    String asEngine =
        """
        {"variables": {"resolutionCode": {"value": "FIXED"}, "note": {"value": "Replaced"}}}
        """;

    ApiClient.Answer refused = agent.post(approval + "/complete", approved);

    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("You resolved " + number + " yourself");
    assertThat(agent.post(approval + "/claim").status()).isEqualTo(409);
    for (String way : new String[] {"/complete", "/submit-form"}) {
      ApiClient.Answer atTheEngine = agent.post("/engine-rest/task/" + id + way, asEngine);
      assertThat(atTheEngine.status()).as(way + atTheEngine.body()).isEqualTo(409);
      assertThat(atTheEngine.body()).contains("somebody else must complete this task");
    }
    assertThat(senior.post(approval + "/claim").status()).isEqualTo(200);
    ApiClient.Answer done = senior.post(approval + "/complete", approved);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.text("status")).isEqualTo("RESOLVED");
  }

  @Test
  void whatWasTypedIsKeptUntilApprovedAndBothPeopleAreNamed() {
    String number = newIncident("Kept until approved");
    agent.post("/api/v1/incidents/" + number + "/claim");
    String note = "Replaced the cable and measured it. ".repeat(200).strip();
    ApiClient.Answer resolved =
        agent.post(
            "/api/v1/incidents/" + number + "/resolve",
            "{\"code\": \"FIXED\", \"note\": \"%s\"}".formatted(note));
    assertThat(resolved.status()).as(resolved.body()).isEqualTo(200);

    ApiClient.Answer done =
        senior.post(of(number, "Approve the resolution") + "/complete", "{\"variables\": {}}");

    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(done.text("status")).isEqualTo("RESOLVED");
    assertThat(done.json().at("/resolution/note").asText()).isEqualTo(note);
    JsonNode timeline = agent.get("/api/v1/incidents/" + number + "/timeline?size=100").json();
    assertThat(timeline.toString()).contains("Completed: Approve the resolution.");
    assertThat(actor(timeline, "TASK_COMPLETED")).isEqualTo("senior-agent");
    assertThat(actor(timeline, "RESOLVED")).isEqualTo("agent");
  }

  private static String actor(JsonNode timeline, String kind) {
    return StreamSupport.stream(timeline.spliterator(), false)
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow()
        .path("actor")
        .asText();
  }

  private JsonNode task(String number, String name) {
    return StreamSupport.stream(agent.get(tasks(number)).json().spliterator(), false)
        .filter(task -> task.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String of(String number, String name) {
    return tasks(number) + "/" + task(number, name).path("id").asText();
  }

  private static String tasks(String number) {
    return "/api/v1/incidents/" + number + "/tasks";
  }
}
