package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.EngineClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A major incident over the API, from its declaration to its review. */
class MajorIncidentsApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents/";
  private static final String MAJORS = "/api/v1/major-incidents/";
  private static final String NEWS =
      "{\"clientText\": \"We reroute.\", \"internalText\": \"=1+1\"}";

  @Autowired EngineClock clock;

  private final List<String> reported = new ArrayList<>();
  private ApiClient lead;

  @BeforeEach
  void onAMondayMorning() {
    clock.travelTo(Instant.parse("2026-04-13T09:00:00Z"));
    lead = agent.as("team-lead");
  }

  @AfterEach
  void leaveNothingOpen() {
    reported.forEach(
        number -> agent.post(INCIDENTS + number + "/cancel", "{\"note\": \"The test is over\"}"));
    jobs.runDue();
    clock.reset();
  }

  @Test
  void everythingIsOnOnePage() {
    String number = declared();
    String child = atWork();

    assertThat(link(number, child).status()).isEqualTo(200);
    JsonNode page = lead.get(MAJORS + number).json();

    assertThat(page.at("/major/state").asText()).isEqualTo("RUNNING");
    assertThat(page.at("/major/declaredBy").asText()).isEqualTo("agent");
    assertThat(page.at("/major/updateEveryMinutes").asInt()).isEqualTo(15);
    assertThat(page.at("/incident/number").asText()).isEqualTo(number);
    assertThat(page.at("/lead/login").asText()).isEqualTo("team-lead");
    assertThat(page.at("/lead/onDuty").asBoolean()).isTrue();
    assertThat(page.at("/related/0/incident/number").asText()).isEqualTo(child);
    assertThat(page.at("/related/0/linkedBy").asText()).isEqualTo("agent");
    assertThat(page.at("/dueNext/0/what").asText()).isEqualTo("NEWS");
    assertThat(page.at("/dueNext/0/at").asText()).isEqualTo("2026-04-13T09:15:00Z");
    assertThat(page.path("review").isNull()).isTrue();
    assertThat(page.at("/escalation/trigger").asText()).isEqualTo("MAJOR");
    assertThat(page.path("timeline").findValuesAsText("text"))
        .contains("Declared a major incident: The plant stands.", "Related: " + child + ".");
  }

  @Test
  void theListIsByStateAndPaged() {
    String number = declared();

    ApiClient.Answer running = agent.get(MAJORS.replaceAll("/$", "") + "?state=RUNNING&size=200");
    ApiClient.Answer first = agent.get(MAJORS.replaceAll("/$", "") + "?state=RUNNING&size=1");
    ApiClient.Answer wrong = agent.get(MAJORS.replaceAll("/$", "") + "?state=BURNING");

    assertThat(running.json().path("items").findValuesAsText("number")).contains(number);
    assertThat(first.json().path("items").size()).isEqualTo(1);
    assertThat(first.header("Link")).contains("rel=\"first\"");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.fieldsRefused()).containsExactly("state");
  }

  @Test
  void newsGoesToTheClientAndTheJournal() {
    String number = declared();

    ApiClient.Answer page = lead.post(MAJORS + number + "/update", NEWS);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().at("/updates/0/author").asText()).isEqualTo("team-lead");
    assertThat(page.json().at("/updates/0/told").asInt()).isEqualTo(1);
    assertThat(requester.get(INCIDENTS + number + "/contacts").json().findValuesAsText("body"))
        .containsExactly("It stopped.", "We reroute.");
    assertThat(requester.get(INCIDENTS + number + "/timeline").json().findValuesAsText("kind"))
        .doesNotContain("MAJOR");
    ApiClient.Answer empty = lead.post(MAJORS + number + "/update", "{\"clientText\": \" \"}");
    assertThat(empty.fieldsRefused()).containsExactly("clientText");
  }

  @Test
  void theLeadIsHandedOver() {
    String number = declared();

    ApiClient.Answer page =
        lead.post(MAJORS + number + "/appoint", "{\"login\": \"senior-agent\", \"note\": \"Off\"}");

    assertThat(page.json().at("/lead/login").asText()).isEqualTo("senior-agent");
    assertThat(
            lead.post(MAJORS + number + "/appoint", "{\"login\": \"nobody-here\"}").fieldsRefused())
        .containsExactly("login");
  }

  @Test
  void anIncidentIsRelatedToOneAtATime() {
    String first = declared();
    String second = declared();
    String child = atWork();
    link(first, child);

    ApiClient.Answer twice = link(second, child);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text("detail"))
        .isEqualTo("%s already belongs to the major incident %s.".formatted(child, first));
    assertThat(link(second, "INC-1999-000001").status()).isEqualTo(404);
    assertThat(link(second, "that one").fieldsRefused()).containsExactly("incident");

    assertThat(
            agent
                .post(MAJORS + first + "/unlink", "{\"incident\": \"%s\"}".formatted(child))
                .json()
                .path("related"))
        .isEmpty();
    assertThat(link(second, child).status()).isEqualTo(200);
  }

  @Test
  void resolvedReviewedAndClosedWithActions() {
    String number = declared();
    String child = atWork();
    link(number, child);
    agent.post(INCIDENTS + number + "/resolve", "{\"code\": \"FIXED\", \"note\": \"Rerouted\"}");

    assertThat(lead.post(MAJORS + number + "/update", NEWS).status()).isEqualTo(409);
    JsonNode asked = lead.post(MAJORS + number + "/resolve-related", "{\"resolve\": true}").json();
    assertThat(asked.at("/related/0/incident/status").asText()).isEqualTo("RESOLVED");
    assertThat(asked.at("/major/state").asText()).isEqualTo("REVIEW");
    assertThat(asked.at("/dueNext/0/what").asText()).isEqualTo("REVIEW");
    assertThat(asked.at("/dueNext/0/at").asText()).isEqualTo("2026-04-20T09:00:00Z");

    assertThat(lead.post(MAJORS + number + "/review", review("2026-02-30")).status())
        .isEqualTo(422);
    JsonNode closed = lead.post(MAJORS + number + "/review", review("2026-05-30")).json();
    assertThat(closed.at("/major/state").asText()).isEqualTo("CLOSED");
    assertThat(closed.at("/review/cause").asText()).isEqualTo("A digger.");
    assertThat(closed.at("/actions/0/owner").asText()).isEqualTo("agent");
    assertThat(closed.at("/actions/0/due").asText()).isEqualTo("2026-05-30");

    String action = MAJORS + number + "/actions/" + closed.at("/actions/0/id").asText() + "/done";
    assertThat(agent.post(action, "{}").json().at("/actions/0/doneBy").asText()).isEqualTo("agent");
    assertThat(agent.post(action, "{\"done\": false}").json().at("/actions/0/doneAt").isNull())
        .isTrue();
    assertThat(agent.post(MAJORS + number + "/actions/1/done", "{}").status()).isEqualTo(404);
    assertThat(lead.post(MAJORS + number + "/review", review("2026-05-30")).status())
        .isEqualTo(409);
  }

  @Test
  void itIsDeclaredOnceAndStoodDownWithAReason() {
    String number = declared();

    ApiClient.Answer twice = declare(number);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.header("Content-Type")).startsWith("application/problem+json");
    assertThat(twice.text("detail")).isEqualTo(number + " is already a major incident.");
    assertThat(agent.post(MAJORS + number + "/stand-down", "{}").fieldsRefused())
        .containsExactly("reason");

    ApiClient.Answer page =
        agent.post(MAJORS + number + "/stand-down", "{\"reason\": \"One user only\"}");
    assertThat(page.json().at("/major/state").asText()).isEqualTo("STOOD_DOWN");
    assertThat(
            agent.post(MAJORS + number + "/stand-down", "{\"reason\": \"Again\"}").text("detail"))
        .isEqualTo(
            "The major incident %s is stood down and cannot be stood down.".formatted(number));
  }

  @ParameterizedTest
  @CsvSource({"json, application/json", "csv, text/csv", "html, text/html"})
  void theTimelineIsExported(String format, String type) {
    String number = declared();
    lead.post(MAJORS + number + "/update", NEWS);

    ApiClient.Answer export = lead.get(MAJORS + number + "/timeline?format=" + format);

    assertThat(export.status()).isEqualTo(200);
    assertThat(export.header("Content-Type")).startsWith(type);
    assertThat(export.response().body())
        .contains(number, "We reroute.", "team-lead is now the lead.")
        .doesNotContain("th:text");
  }

  @Test
  void aFormulaInTheTableIsNoFormula() {
    String number = declared();
    lead.post(MAJORS + number + "/update", "{\"clientText\": \"<b>=1+1</b>\"}");
    agent.post(
        INCIDENTS + number + "/contacts",
        "{\"direction\": \"OUT\", \"channel\": \"EMAIL\", \"body\": \"=cmd()\","
            + " \"visibility\": \"INTERNAL\"}");

    assertThat(lead.get(MAJORS + number + "/timeline?format=csv").response().body())
        .contains("'=cmd()");
    assertThat(lead.get(MAJORS + number + "/timeline?format=html").response().body())
        .contains("&lt;b&gt;=1+1");
    assertThat(lead.get(MAJORS + number + "/timeline?format=pdf").fieldsRefused())
        .containsExactly("format");
  }

  @Test
  void whatIsNoMajorIncidentIsNotFoundAndOnlyTheDeskSeesThem() {
    String plain = atWork();

    assertThat(agent.get(MAJORS + plain).status()).isEqualTo(404);
    assertThat(agent.get(MAJORS + plain).text("type"))
        .isEqualTo("urn:baton:problem:unknown-major-incident");
    assertThat(agent.get(MAJORS + "nonsense").status()).isEqualTo(404);
    assertThat(agent.post(MAJORS + plain + "/update", NEWS).status()).isEqualTo(404);
    assertThat(requester.get(MAJORS + plain).status()).isEqualTo(403);
    assertThat(requester.post(INCIDENTS + plain + "/declare-major", "{\"reason\": \"!\"}").status())
        .isEqualTo(403);
    assertThat(agent.as("trainer").get(MAJORS.replaceAll("/$", "")).status()).isEqualTo(200);
  }

  private String declared() {
    String number = atWork();
    assertThat(declare(number).status()).isEqualTo(201);
    jobs.runDue();
    return number;
  }

  private String atWork() {
    String number = newIncident("The plant stands");
    reported.add(number);
    agent.post(INCIDENTS + number + "/claim");
    return number;
  }

  private ApiClient.Answer declare(String number) {
    return agent.post(INCIDENTS + number + "/declare-major", "{\"reason\": \"The plant stands.\"}");
  }

  private ApiClient.Answer link(String major, String child) {
    return agent.post(MAJORS + major + "/link", "{\"incident\": \"%s\"}".formatted(child));
  }

  private static String review(String due) {
    return """
    {"summary": "The plant stood.", "cause": "A digger.",
     "actions": [{"owner": "agent", "title": "Label the cables", "due": "%s"}]}
    """
        .formatted(due);
  }
}
