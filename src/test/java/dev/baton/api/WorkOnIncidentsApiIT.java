package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkOnIncidentsApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents/";

  @Test
  void anIncidentIsClaimedHeldResumedResolvedAndConfirmed() {
    String it = INCIDENTS + newIncident("From the first act to the last");

    ApiClient.Answer claimed = agent.post(it + "/claim");
    assertThat(claimed.status()).isEqualTo(200);
    assertThat(claimed.text("assignee")).isEqualTo("agent");
    assertThat(claimed.text("status")).isEqualTo("IN_PROGRESS");

    ApiClient.Answer held =
        agent.post(
            it + "/hold",
            "{\"reason\": \"SUPPLIER\", \"until\": \"2099-01-01T12:00:00+02:00\","
                + " \"note\": \"Waits for a part\"}");
    assertThat(held.status()).isEqualTo(200);
    assertThat(held.text("status")).isEqualTo("ON_HOLD");
    assertThat(held.json().at("/hold/reason").asText()).isEqualTo("SUPPLIER");
    assertThat(held.json().at("/hold/until").asText()).isEqualTo("2099-01-01T10:00:00Z");

    assertThat(agent.post(it + "/resume", "{\"note\": \"It came\"}").text("status"))
        .isEqualTo("IN_PROGRESS");

    ApiClient.Answer resolved =
        agent.post(it + "/resolve", "{\"code\": \"FIXED\", \"note\": \"New part\"}");
    assertThat(resolved.status()).isEqualTo(200);
    assertThat(resolved.text("status")).isEqualTo("RESOLVED");
    assertThat(resolved.json().at("/resolution/code").asText()).isEqualTo("FIXED");
    assertThat(resolved.text("resolvedAt")).endsWith("Z");

    assertThat(agent.post(it + "/confirm").text("status")).isEqualTo("CLOSED");
  }

  @Test
  void aResolutionCanBeRejected() {
    String it = INCIDENTS + resolvedIncident("Not yet");

    ApiClient.Answer reopened = agent.post(it + "/reopen", "{\"note\": \"It is still broken\"}");

    assertThat(reopened.status()).isEqualTo(200);
    assertThat(reopened.json().path("reopenings").asInt()).isEqualTo(1);
  }

  @Test
  void anIncidentIsHandedOnAndPutBack() {
    String it = INCIDENTS + newIncident("Hand on");

    ApiClient.Answer assigned =
        agent.post(it + "/assign", "{\"team\": \"network\", \"assignee\": \"senior-agent\"}");
    assertThat(assigned.status()).isEqualTo(200);
    assertThat(assigned.text("team")).isEqualTo("network");
    assertThat(assigned.text("assignee")).isEqualTo("senior-agent");
    assertThat(assigned.json().path("reassignments").asInt()).isEqualTo(1);

    assertThat(agent.post(it + "/release").json().path("assignee").isNull()).isTrue();
    assertThat(agent.post(it + "/start").text("status")).isEqualTo("IN_PROGRESS");
  }

  @Test
  void anIncidentGoesToSecondLine() {
    String it = INCIDENTS + newIncident("Beyond first line");

    ApiClient.Answer passed = agent.post(it + "/second-line", "{\"note\": \"Needs a specialist\"}");

    assertThat(passed.status()).isEqualTo(200);
    assertThat(passed.text("team")).isEqualTo("network");
    assertThat(agent.post(it + "/second-line").status()).isEqualTo(409);
  }

  @Test
  void aPriorityIsChanged() {
    String it = INCIDENTS + newIncident("Worse than it looked");

    ApiClient.Answer raised =
        agent.post(
            it + "/reprioritise",
            "{\"impact\": \"HIGH\", \"urgency\": \"HIGH\", \"note\": \"All floors\"}");

    assertThat(raised.status()).isEqualTo(200);
    assertThat(raised.text("impact")).isEqualTo("HIGH");
    jobs.runDue();
    assertThat(agent.get(it).text("priority")).isEqualTo("P1");
  }

  @Test
  void aDuplicateIsLinkedAndClosed() {
    String original = newIncident("The first to report");
    String it = INCIDENTS + newIncident("The second to report");

    ApiClient.Answer linked = agent.post(it + "/duplicate", "{\"of\": \"" + original + "\"}");

    assertThat(linked.status()).isEqualTo(200);
    assertThat(linked.text("duplicateOf")).isEqualTo(original);
    assertThat(linked.text("status")).isEqualTo("CLOSED");
  }

  @Test
  void anIncidentIsCancelledWithAReason() {
    String it = INCIDENTS + newIncident("By mistake");

    assertThat(agent.post(it + "/cancel", "{}").fieldsRefused()).containsExactly("note");
    ApiClient.Answer cancelled = agent.post(it + "/cancel", "{\"note\": \"By mistake\"}");

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
    assertThat(cancelled.text("cancelReason")).isEqualTo("By mistake");
  }

  @Test
  void whatTheFlowDoesNotOfferIsRefusedWithTheReason() {
    String it = INCIDENTS + newIncident("Not on hold");

    ApiClient.Answer refused = agent.post(it + "/resume", "{}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("urn:baton:problem:not-offered");
    assertThat(refused.text("detail")).isNotBlank();
    assertThat(refused.text("instance")).isEqualTo(it + "/resume");
    assertThat(agent.post(it + "/confirm").status()).isEqualTo(409);
    agent.post(it + "/cancel", "{\"note\": \"Enough\"}");
    assertThat(agent.post(it + "/claim").status()).isEqualTo(409);
  }

  @Test
  void ofTwoWhoClaimAtOnceOneIsTold() {
    String it = INCIDENTS + newIncident("Wanted by many");
    Queue<String> people =
        new ConcurrentLinkedQueue<>(List.of("agent", "senior-agent", "team-lead", "admin"));

    List<ApiClient.Answer> answers = atOnce(4, () -> agent.as(people.remove()).post(it + "/claim"));

    assertThat(answers).extracting(ApiClient.Answer::status).containsOnly(200, 409);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    String winner =
        answers.stream()
            .filter(answer -> answer.status() == 200)
            .findFirst()
            .orElseThrow()
            .text("assignee");
    assertThat(agent.get(it).text("assignee")).isEqualTo(winner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claim",
        "assign",
        "release",
        "start",
        "hold",
        "resume",
        "escalate",
        "second-line",
        "resolve",
        "duplicate",
        "confirm",
        "reopen",
        "cancel",
        "reprioritise"
      })
  void everyActRefusesWhatItDoesNotKnow(String act) {
    String it = INCIDENTS + newIncident("Typos for " + act) + "/" + act;

    ApiClient.Answer misspelt = agent.post(it, "{\"notte\": \"x\"}");
    assertThat(misspelt.status()).isEqualTo(422);
    assertThat(misspelt.fieldsRefused()).containsExactly("notte");
    assertThat(agent.post(it, "{").status()).isEqualTo(400);
    assertThat(agent.post(it, "note=x", "Content-Type", "text/plain").status()).isEqualTo(415);
    assertThat(nobody().post(it, "{}").status()).isEqualTo(401);
    assertThat(agent.as("qa-specialist").post(it, good(act)).status()).isEqualTo(403);
    assertThat(agent.post(INCIDENTS + "INC-1999-000001/" + act, good(act)).status()).isEqualTo(404);
    assertThat(agent.post(INCIDENTS + "nonsense/" + act, good(act)).status()).isEqualTo(404);
    assertThat(agent.get(it).status()).isEqualTo(405);
  }

  @Test
  void wrongInputIsNamedFieldByField() {
    String it = INCIDENTS + newIncident("Wrong input");

    assertThat(
            agent
                .post(it + "/hold", "{\"reason\": \"LUNCH\", \"until\": \"tomorrow\"}")
                .fieldsRefused())
        .containsExactly("reason", "until");
    assertThat(agent.post(it + "/resolve", "{\"code\": \"DUPLICATE\"}").fieldsRefused())
        .containsExactly("code", "note");
    assertThat(agent.post(it + "/reprioritise", "{\"impact\": \"BIG\"}").fieldsRefused())
        .containsExactly("impact", "urgency");
    assertThat(agent.post(it + "/assign", "{\"team\": \"nobody-knows\"}").fieldsRefused())
        .containsExactly("team");
    assertThat(agent.post(it + "/assign", "{\"assignee\": \"nobody-knows\"}").fieldsRefused())
        .containsExactly("assignee");
    assertThat(agent.post(it + "/duplicate", "{\"of\": \"INC-1\"}").fieldsRefused())
        .containsExactly("of");
    assertThat(
            agent
                .post(
                    it + "/hold", "{\"reason\": \"SUPPLIER\", \"until\": \"2001-01-01T00:00:00Z\"}")
                .fieldsRefused())
        .containsExactly("until");
    assertThat(agent.get(it).text("status")).isEqualTo("ASSIGNED");
  }

  @Test
  void whatNobodyServesIsUnknown() {
    String it = INCIDENTS + newIncident("Dance");

    assertThat(agent.post(it + "/dance", "{}").status()).isEqualTo(404);
    assertThat(agent.get("/api/v1/nothing").status()).isEqualTo(404);
    ApiClient.Answer refused = agent.send(agent.request(it).DELETE());
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).contains("GET");
    ApiClient.Answer html = agent.send(agent.request(it).header("Accept", "text/html").GET());
    assertThat(html.status()).isEqualTo(406);
    assertThat(html.header("Content-Type")).startsWith("application/problem+json");
  }

  private static String good(String act) {
    return switch (act) {
      case "hold" -> "{\"reason\": \"SUPPLIER\"}";
      case "resolve" -> "{\"code\": \"FIXED\", \"note\": \"Done\"}";
      case "duplicate" -> "{\"of\": \"INC-1999-000002\"}";
      case "cancel" -> "{\"note\": \"No\"}";
      case "reprioritise" -> "{\"impact\": \"LOW\", \"urgency\": \"LOW\"}";
      default -> "{}";
    };
  }
}
