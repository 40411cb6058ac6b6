package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class AuditApiIT extends ApiDesk {

  private static final String AUDIT = "/api/v1/audit";

  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;

  @Test
  void whoSawAnIncidentIsRecordedOnceInAnHour() {
    String it = newIncident("Seen");
    for (int i = 0; i < 3; i++) {
      agent.get("/api/v1/incidents/" + it);
    }
    requester.get("/api/v1/incidents/" + it + "/timeline");

    List<JsonNode> seen = await("?kind=SEEN&subject=" + it, found -> found.size() >= 2);

    assertThat(seen)
        .extracting(entry -> entry.path("actor").asText())
        .containsExactlyInAnyOrder("agent", "ada");
    assertThat(seen)
        .allSatisfy(
            entry -> {
              assertThat(entry.path("origin").asText()).isEqualTo("API");
              assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
              assertThat(entry.path("source").asText()).isEqualTo("DESK");
            });
  }

  @Test
  void anIncidentsChangesAreJoinedFromItsJournalAndTheEnginesRecord() {
    String it = resolvedIncident("Changed");

    List<JsonNode> changes = entries("?kind=INCIDENT_CHANGED&size=200&subject=" + it);

    assertThat(changes)
        .extracting(entry -> entry.path("source").asText())
        .contains("DESK", "ENGINE");
    assertThat(changes)
        .anySatisfy(
            entry -> {
              assertThat(entry.path("actor").asText()).isEqualTo("agent");
              assertThat(entry.path("words").asText()).startsWith("Resolved");
            });
    assertThat(changes)
        .extracting(entry -> entry.path("words").asText())
        .anyMatch(words -> words.startsWith("Complete Task"))
        .noneMatch(words -> words.contains("Replaced the cable"));
    assertThat(changes)
        .extracting(entry -> Instant.parse(entry.path("at").asText()))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void whatWasRefusedIsRecordedThoughNothingElseHappened() {
    String it = newIncident("Hidden from Bob");
    assertThat(agent.as("trainer").post("/api/v1/incidents/" + it + "/claim").status())
        .isEqualTo(403);
    assertThat(stranger.get("/api/v1/incidents/" + it).status()).isEqualTo(404);

    assertThat(await("?kind=REFUSED&actor=trainer", found -> !found.isEmpty()))
        .anySatisfy(entry -> assertThat(entry.path("subject").asText()).isEqualTo("WORK"));
    assertThat(await("?kind=REFUSED&actor=bob&subject=" + it, found -> !found.isEmpty()))
        .hasSize(1);
  }

  @Test
  void theExportIsHarmlessToSpreadsheetsAndRecordedItself() {
    ApiClient.Answer refused = agent.get(AUDIT + "/export");
    assertThat(refused.status()).isEqualTo(403);
    agent.as("director-of-operations").get("/api/v1/incidents/=HYPERLINK(1)/timeline");
    newIncident("=cmd|' /C calc'!A0");

    ApiClient.Answer table = agent.as("director-of-operations").get(AUDIT + "/export");

    assertThat(table.status()).isEqualTo(200);
    assertThat(table.header("Content-Type")).startsWith("text/csv");
    assertThat(table.header("Content-Disposition")).contains("attachment");
    assertThat(table.body().lines().findFirst())
        .contains("at,kind,actor,origin,address,subject,words,source");
    assertThat(table.body()).doesNotContainPattern("(?m)(^|,)\"?[=+@-][A-Za-z]");
    assertThat(entries("?kind=EXPORTED&actor=director-of-operations")).isNotEmpty();
  }

  @Test
  void onlyAdministratorsAndTheDirectorReadIt() {
    for (String role : List.of("admin", "director-of-operations")) {
      assertThat(agent.as(role).get(AUDIT).status()).isEqualTo(200);
    }
    for (String role : List.of("service-desk-manager", "process-owner", "qa-specialist", "ada")) {
      assertThat(agent.as(role).get(AUDIT).status()).isEqualTo(403);
    }
    assertThat(nobody().get(AUDIT).status()).isEqualTo(401);
  }

  @Test
  void aChangeOfRightsIsRecordedWithWhatWasBefore() {
    assertThat(
            agent
                .as("admin")
                .put(
                    "/api/v1/agents/promoted",
                    """
                    {"name": "Pia Promoted", "email": "pia@desk.example", "roles": ["qa-specialist"], "teams": ["service-desk"],
                     "zone": "UTC", "language": "en"}
                    """)
                .status())
        .isEqualTo(201);
    agent
        .as("admin")
        .put(
            "/api/v1/agents/promoted",
            """
            {"name": "Pia Promoted", "email": "pia@desk.example", "roles": ["trainer"], "teams": ["service-desk"],
             "zone": "UTC", "language": "en"}
            """);

    List<JsonNode> changes = entries("?kind=RIGHTS_CHANGED&subject=promoted");

    assertThat(changes.get(0).path("actor").asText()).isEqualTo("admin");
    assertThat(changes.get(0).path("words").asText())
        .isEqualTo(
            "Roles and teams team-service-desk, trainer; before: Roles and teams qa-specialist,"
                + " team-service-desk");
  }

  @Test
  void aChangeOfSettingsIsRecordedOnceItIsMade() {
    ApiClient admin = agent.as("admin");
    admin.put("/api/v1/teams/audited", "{\"name\": \"Audited\"}");
    admin.put(
        "/api/v1/clients/audited",
        "{\"name\": \"Audited\", \"tier\": \"GOLD\", \"zone\": \"UTC\", \"language\": \"en\"}");
    admin.put("/api/v1/clients/audited/messages/CLOSED/en", "{\"opening\": \"{secret}\"}");
    admin.put("/api/v1/clients/audited/messages/CLOSED/en", "{\"opening\": \"Done.\"}");

    assertThat(entries("?kind=SETTINGS_CHANGED&q=audited"))
        .extracting(entry -> entry.path("subject").asText() + ": " + entry.path("words").asText())
        .containsExactly(
            "client audited: Uses its own template for CLOSED in en: opening: – → Done.",
            "client audited: Registered: Audited, GOLD",
            "team audited: Registered: Audited");
  }

  @Test
  void aChangeOfTheRotaIsRecordedWithoutTheReasonOfAnAbsence() {
    ApiClient lead = agent.as("team-lead");
    String absences = "/api/v1/agents/trainer/absences";
    String id =
        lead.post(
                absences,
                """
                {"from": "2031-05-04T00:00:00Z", "until": "2031-05-12T00:00:00Z", "kind": "SICK",
                 "note": "A cold"}
                """)
            .text("id");
    assertThat(lead.delete(absences + "/" + id).status()).isEqualTo(204);
    String shifts = "/api/v1/agents/trainer/weekly-shifts";
    String shift =
        lead.post(
                shifts,
                """
                {"days": ["MONDAY", "TUESDAY"], "start": "09:00", "end": "17:00", "zone": "UTC",
                 "validFrom": "2031-01-06"}
                """)
            .text("id");
    assertThat(lead.delete(shifts + "/" + shift).status()).isEqualTo(204);

    List<JsonNode> changes = entries("?kind=SETTINGS_CHANGED&q=rota%20of%20trainer");

    assertThat(changes)
        .extracting(entry -> entry.path("words").asText())
        .containsExactly(
            "Weekly shift " + shift + " removed",
            "Weekly shift " + shift + ": Mon Tue, 09:00 to 17:00 (UTC) from 2031-01-06",
            "Absence " + id + " removed",
            "Absence " + id + " from 2031-05-04T00:00:00Z until 2031-05-12T00:00:00Z");
    assertThat(changes).extracting(entry -> entry.path("actor").asText()).containsOnly("team-lead");
  }

  @Test
  void whatIsTakenAlongIsRecorded() {
    ApiClient manager = agent.as("service-desk-manager");
    manager.get("/api/v1/agreements/document");
    manager.get("/api/v1/teams/service-desk/rota.ics");
    manager.get("/api/v1/teams/service-desk/rota.ics");

    String theirs = "?kind=EXPORTED&actor=service-desk-manager&subject=";
    assertThat(entries(theirs + "agreements")).isNotEmpty();
    assertThat(await(theirs + "rota%20of%20team%20service-desk", found -> !found.isEmpty()))
        .hasSize(1);
  }

  @Test
  void entriesCanNeitherBeChangedNorRemoved() {
    agent.as("admin").get(AUDIT + "/export");

    assertThatThrownBy(() -> write("update audit_entry set actor = 'nobody'"))
        .hasStackTraceContaining("never changed");
    assertThatThrownBy(() -> write("delete from audit_entry"))
        .hasStackTraceContaining("never removed");
  }

  @Test
  void questionsAreCheckedAndPagesAreCounted() {
    ApiClient admin = agent.as("admin");
    assertThat(admin.get(AUDIT + "?kind=NONSENSE").fieldsRefused()).containsExactly("kind");
    assertThat(admin.get(AUDIT + "?from=yesterday").fieldsRefused()).containsExactly("from");
    assertThat(admin.get(AUDIT + "?page=100000").fieldsRefused()).containsExactly("page");
    newIncident("Counted 100%");

    JsonNode page = admin.get(AUDIT + "?size=2&page=1&from=2020-01-01T00:00:00Z").json();

    assertThat(page.path("items")).hasSize(2);
    assertThat(page.path("totalItems").asInt()).isGreaterThan(3);
    assertThat(entries("?q=100%25%27%20or%201=1")).isEmpty();
  }

  private void write(String sql) {
    transactions.executeWithoutResult(status -> jdbc.update(sql));
  }

  private List<JsonNode> await(String query, Predicate<List<JsonNode>> isThere) {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> entries(query), isThere);
  }

  private List<JsonNode> entries(String query) {
    ApiClient.Answer answer = agent.as("admin").get(AUDIT + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("items").spliterator(), false).toList();
  }
}
