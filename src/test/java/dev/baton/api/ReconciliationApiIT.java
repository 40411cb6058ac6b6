package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class ReconciliationApiIT extends ApiDesk {

  private static final String RECONCILIATION = "/api/v1/health/reconciliation";
  private static final String FLOW = "incident-lifecycle";

  @Autowired RuntimeService flows;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  @Test
  void anIncidentWhoseFlowIsGoneIsReportedUntilItIsMended() {
    String number = newIncident("Lost flow");
    String instance = instanceOf(number);
    assertThat(differencesOf(number)).isEmpty();

    flows.deleteProcessInstance(instance, "The incident ends with it, and is opened by hand");
    setStatus(number, "ASSIGNED");

    ApiClient.Answer report = agent.as("admin").get(RECONCILIATION);
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.json().path("clean").asBoolean(true)).isFalse();
    assertThat(report.text("checkedAt")).isNotBlank();
    assertThat(differencesOf(number))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.path("kind").asText()).isEqualTo("INCIDENT_WITHOUT_FLOW");
              assertThat(found.path("engineId").asText()).isEqualTo(instance);
              assertThat(found.path("text").asText()).contains(number, "is not running");
            });

    setStatus(number, "CANCELLED");
    assertThat(differencesOf(number)).isEmpty();
  }

  @Test
  void aFlowAndItsTaskWithoutAnOpenIncidentAreReported() {
    String number = newIncident("Lost incident");

    setStatus(number, "CANCELLED");

    assertThat(differencesOf(number))
        .extracting(found -> found.path("kind").asText())
        .containsExactlyInAnyOrder("FLOW_WITHOUT_INCIDENT", "TASK_WITHOUT_INCIDENT");
    flows.deleteProcessInstance(instanceOf(number), "Mended");
    assertThat(differencesOf(number)).isEmpty();
  }

  @Test
  void aFlowThatSomebodyStartedByHandIsReportedWithoutANumber() {
    String instance =
        flows.createProcessInstanceByKey(FLOW).startBeforeActivity("prioritise").execute().getId();
    try {
      assertThat(differences())
          .anySatisfy(
              found -> {
                assertThat(found.path("kind").asText()).isEqualTo("FLOW_WITHOUT_INCIDENT");
                assertThat(found.path("number").isNull()).isTrue();
                assertThat(found.path("engineId").asText()).isEqualTo(instance);
              });
    } finally {
      flows.deleteProcessInstance(instance, "Mended", true);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        "service-desk-manager",
        "director-of-operations",
        "team-lead",
        "process-owner"
      })
  void overseersMayAsk(String role) {
    assertThat(agent.as(role).get(RECONCILIATION).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "ada", "client-relationship-manager"})
  void othersMayNot(String login) {
    ApiClient.Answer refused = agent.as(login).get(RECONCILIATION);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
  }

  private List<JsonNode> differencesOf(String number) {
    return differences().stream()
        .filter(found -> number.equals(found.path("number").asText()))
        .toList();
  }

  private List<JsonNode> differences() {
    JsonNode report = agent.as("admin").get(RECONCILIATION).json();
    return StreamSupport.stream(report.path("differences").spliterator(), false).toList();
  }

  private String instanceOf(String number) {
    return flows
        .createProcessInstanceQuery()
        .processDefinitionKey(FLOW)
        .processInstanceBusinessKey(number)
        .singleResult()
        .getId();
  }

  private void setStatus(String number, String status) {
    transaction.executeWithoutResult(
        begun ->
            database.update("update incident set status = ? where number = ?", status, number));
  }
}
