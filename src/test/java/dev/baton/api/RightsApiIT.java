package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents";

  @Test
  void aRequesterReportsForItselfAndItsOwnClient() {
    ApiClient.Answer made =
        requester.post(
            INCIDENTS,
            """
            {"channel": "WEB", "subject": "My screen", "impact": "LOW", "urgency": "LOW"}
            """);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("client")).isEqualTo("acme");
    assertThat(made.json().at("/requester/email").asText()).isEqualTo("ada@acme.example");
    assertThat(
            requester
                .post(INCIDENTS, report("Own").replace("acme\", \"r", "globex\", \"r"))
                .status())
        .isEqualTo(403);
    assertThat(
            requester
                .post(INCIDENTS, report("Own").replace("ada@acme", "eve@acme"))
                .fieldsRefused())
        .containsExactly("requester.email");
  }

  @Test
  void aRequesterSeesOnlyItsOwnClientsIncidents() {
    String it = newIncident("isolation");

    assertThat(requester.get(INCIDENTS + "/" + it).status()).isEqualTo(200);
    assertThat(requester.get(INCIDENTS + "?q=isolation").json().path("totalItems").asInt())
        .isEqualTo(1);
    assertThat(stranger.get(INCIDENTS + "?q=isolation").json().path("totalItems").asInt()).isZero();
    assertThat(stranger.get(INCIDENTS + "?client=acme").status()).isEqualTo(422);
    assertThat(stranger.get(INCIDENTS + "?client=globex").status()).isEqualTo(200);

    ApiClient.Answer hidden = stranger.get(INCIDENTS + "/" + it);
    ApiClient.Answer missing = stranger.get(INCIDENTS + "/INC-1999-000001");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text("title")).isEqualTo(missing.text("title"));
    assertThat(hidden.text("detail").replace(it, ""))
        .isEqualTo(missing.text("detail").replace("INC-1999-000001", ""));
    for (String path : new String[] {"/timeline", "/contacts"}) {
      assertThat(stranger.get(INCIDENTS + "/" + it + path).status()).isEqualTo(404);
    }
    for (String act : new String[] {"/confirm", "/reopen"}) {
      assertThat(stranger.post(INCIDENTS + "/" + it + act).status()).isEqualTo(404);
    }
    assertThat(
            stranger
                .post(
                    INCIDENTS + "/" + it + "/contacts",
                    "{\"channel\": \"WEB\", \"body\": \"Let me in\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aRequesterDoesNotSeeInternalNotes() {
    String it = INCIDENTS + "/" + newIncident("Two views");
    agent.post(
        it + "/contacts",
        "{\"direction\": \"OUT\", \"channel\": \"CHAT\", \"body\": \"Between us\","
            + " \"visibility\": \"INTERNAL\"}");

    assertThat(agent.get(it + "/contacts").response().body()).contains("Between us");
    assertThat(agent.get(it + "/timeline").response().body()).contains("Between us");
    assertThat(requester.get(it + "/contacts").response().body())
        .contains("It stopped.")
        .doesNotContain("Between us");
    assertThat(requester.get(it + "/timeline").response().body()).doesNotContain("Between us");
    assertThat(
            requester
                .post(
                    it + "/contacts",
                    "{\"direction\": \"OUT\", \"channel\": \"WEB\", \"body\": \"x\"}")
                .status())
        .isEqualTo(403);
    assertThat(
            requester
                .post(
                    it + "/contacts",
                    "{\"channel\": \"WEB\", \"body\": \"x\", \"visibility\": \"INTERNAL\"}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void aRequesterConfirmsAndRejectsButDoesNotWork() {
    String rejected = INCIDENTS + "/" + resolvedIncident("Rejected by Ada");
    assertThat(requester.post(rejected + "/reopen", "{\"note\": \"No\"}").status()).isEqualTo(200);
    String confirmed = INCIDENTS + "/" + resolvedIncident("Confirmed by Ada");
    assertThat(requester.post(confirmed + "/confirm").text("status")).isEqualTo("CLOSED");

    ApiClient.Answer refused = requester.post(rejected + "/claim");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("detail")).contains("work on incidents");
    assertThat(requester.post(rejected + "/cancel", "{\"note\": \"x\"}").status()).isEqualTo(403);
    assertThat(
            requester
                .post(rejected + "/reprioritise", "{\"impact\": \"LOW\", \"urgency\": \"LOW\"}")
                .status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qa-specialist", "trainer", "process-owner"})
  void someOnlyRead(String role) {
    ApiClient reader = agent.as(role);
    String it = INCIDENTS + "/" + newIncident("Read by " + role);

    assertThat(reader.get(it).status()).isEqualTo(200);
    assertThat(reader.get(it + "/timeline").status()).isEqualTo(200);
    assertThat(reader.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(reader.get("/api/v1/contacts").status()).isEqualTo(200);
    assertThat(reader.post(INCIDENTS, report("x")).status()).isEqualTo(403);
    assertThat(reader.post(it + "/claim").status()).isEqualTo(403);
    assertThat(reader.post(it + "/confirm").status()).isEqualTo(403);
  }

  @Test
  void aClientRelationshipManagerSpeaksForTheClient() {
    ApiClient manager = agent.as("client-relationship-manager");
    String it = INCIDENTS + "/" + newIncident("Spoken for");

    assertThat(
            manager
                .post(it + "/reprioritise", "{\"impact\": \"HIGH\", \"urgency\": \"HIGH\"}")
                .status())
        .isEqualTo(200);
    assertThat(
            manager
                .post(
                    it + "/contacts",
                    "{\"direction\": \"OUT\", \"channel\": \"PHONE\", \"body\": \"Called\","
                        + " \"visibility\": \"CLIENT\"}")
                .status())
        .isEqualTo(201);
    assertThat(manager.post(it + "/claim").status()).isEqualTo(403);
    assertThat(manager.post(INCIDENTS, report("x")).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "senior-agent",
        "team-lead",
        "service-desk-manager",
        "director-of-operations",
        "admin"
      })
  void theDesksPeopleWork(String role) {
    String it = INCIDENTS + "/" + newIncident("Worked on by " + role);

    assertThat(agent.as(role).post(it + "/claim").status()).isEqualTo(200);
  }
}
