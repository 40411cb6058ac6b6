package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.staff.UserAccounts;
import java.net.http.HttpRequest;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever may not do something is told so, and nothing about how it is done: every operation of the
 * API's own description is asked for by somebody without any role, with bodies that nobody accepts.
 */
class RightsFirstAttacksIT extends ApiDesk {

  private static final String NO_ROLE = "idle";

  /** Everybody's own tokens; and alerts, which nobody sends by signing in. */
  private static final Set<String> FOR_EVERYBODY = Set.of("makeToken", "listTokens", "revokeToken");

  private static final Set<String> BY_TOKEN = Set.of("takeAlerts", "takeAlertmanagerAlerts");
  private static final List<String> BODIES = List.of("", "{}", "[", "{\"unknown\": 1}", "x: [");

  @Autowired UserAccounts accounts;

  @BeforeEach
  void somebodyHasNoRole() {
    accounts.keepPerson(NO_ROLE, "I D", null, Set.of(), PASSWORD);
  }

  private record Operation(String method, String path, String id, String type) {}

  private List<Operation> operations() {
    List<Operation> all = new java.util.ArrayList<>();
    JsonNode paths = agent.get("/v3/api-docs").json().path("paths");
    for (Iterator<Map.Entry<String, JsonNode>> i = paths.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> path = i.next();
      for (Iterator<Map.Entry<String, JsonNode>> j = path.getValue().fields(); j.hasNext(); ) {
        Map.Entry<String, JsonNode> operation = j.next();
        JsonNode content = operation.getValue().at("/requestBody/content");
        all.add(
            new Operation(
                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                path.getKey().replaceAll("\\{[^}]*}", "x"),
                operation.getValue().path("operationId").asText(),
                content.isObject() && content.fieldNames().hasNext()
                    ? content.fieldNames().next()
                    : "application/json"));
      }
    }
    return all;
  }

  @Test
  void whoMayNotLearnsNothingOfTheBody() {
    ApiClient idle = agent.as(NO_ROLE);
    List<Operation> operations = operations();
    assertThat(operations).hasSizeGreaterThan(140);

    assertThat(operations)
        .filteredOn(it -> !FOR_EVERYBODY.contains(it.id()))
        .allSatisfy(
            operation -> {
              for (String body : BODIES) {
                ApiClient.Answer answer =
                    idle.send(
                        idle.request(operation.path() + "?size=none&from=never")
                            .setHeader("Content-Type", operation.type())
                            .method(
                                operation.method(),
                                operation.method().equals("GET")
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body)));
                assertThat(answer.status())
                    .as(operation + " with '" + body + "': " + answer.body())
                    .isEqualTo(BY_TOKEN.contains(operation.id()) ? 401 : 403);
              }
            });
  }

  @Test
  void aRequesterLearnsNothingOfTheBodyEither() {
    for (String path :
        List.of("/api/v1/incidents/x/resolve", "/api/v1/contacts/x/open", "/api/v1/rota/swaps")) {
      assertThat(requester.post(path, "{\"unknown\": 1}").status()).as(path).isEqualTo(403);
    }
    assertThat(
            agent
                .as("client-relationship-manager")
                .post("/api/v1/contacts/1/open", "{\"unknown\": 1}")
                .status())
        .isEqualTo(403);
    assertThat(agent.post("/api/v1/agents/trainer/absences", "{}").status()).isEqualTo(403);
    assertThat(agent.post("/api/v1/agents/agent/absences", "{}").status()).isEqualTo(422);
  }

  @Test
  void aRequesterFindsNoNamesOut() {
    String number = newIncident("Whose is it");
    agent.post("/api/v1/incidents/" + number + "/claim");

    for (String assignee : List.of("agent", "somebody-else", "", "%20agent")) {
      ApiClient.Answer answer = requester.get("/api/v1/incidents?assignee=" + assignee);
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      assertThat(answer.fieldsRefused()).containsExactly("assignee");
    }
    assertThat(requester.get("/api/v1/incidents?sort=assignee").status()).isEqualTo(422);
    assertThat(requester.get("/api/v1/incidents?q=Whose").body()).contains(number);
    assertThat(requester.get("/api/v1/incidents?q=agent").body()).doesNotContain(number);
    assertThat(requester.get("/desk/incidents?assignee=nobody").body()).contains(number);
  }
}
