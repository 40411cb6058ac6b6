package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs that watch raise alarms; few incidents come of many. */
class MonitoringApiIT extends ApiDesk {

  private static final String MONITORING = "/api/v1/monitoring/";
  private static final String INCIDENTS = "/api/v1/incidents/";

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String source = "prometheus-" + mark;
  @Autowired private JdbcTemplate database;
  @Autowired private PlatformTransactionManager transactions;

  private ApiClient admin;
  private String token;

  @BeforeEach
  void aSourceIsRegistered() {
    admin = agent.as("admin");
    token = register(source, "\"onRecovery\": \"RESOLVE\", \"groupBy\": [\"alertname\"]");
  }

  private String register(String code, String more) {
    ApiClient.Answer made =
        admin.put(
            MONITORING + "sources/" + code,
            "{\"client\": \"acme\", \"team\": \"network\", %s}".formatted(more));
    assertThat(made.status()).isEqualTo(201);
    return made.text("token");
  }

  private ApiClient.Answer send(String path, String body, String itsToken) {
    return nobody().post(MONITORING + path, body, "Authorization", "Bearer " + itsToken);
  }

  private ApiClient.Answer fire(String... alerts) {
    return send(source + "/alertmanager", message(alerts), token);
  }

  private static String message(String... alerts) {
    return "{\"version\": \"4\", \"status\": \"firing\", \"groupKey\": \"g\", \"alerts\": [%s]}"
        .formatted(String.join(",", alerts));
  }

  private String alert(String name, String instance, String status) {
    return """
    {"status": "%s", "fingerprint": "%s",
     "labels": {"alertname": "%s", "instance": "%s", "severity": "critical", "run": "%s"},
     "annotations": {"summary": "%s is down"}, "startsAt": "2026-11-20T09:15:00Z",
     "generatorURL": "http://prometheus.example/graph"}
    """
        .formatted(status, name + instance, name, instance, mark, name);
  }

  private static String only(ApiClient.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("incidents")).hasSize(1);
    return answer.json().at("/incidents/0").asText();
  }

  @Test
  void anAlertBecomesAnIncidentOnce() {
    String number = only(fire(alert("HostDown", "db-1", "firing")));
    jobs.runDue();

    assertThat(only(fire(alert("HostDown", "db-1", "firing")))).isEqualTo(number);
    assertThat(only(fire(alert("HostDown", "db-2", "firing")))).isEqualTo(number);
    ApiClient.Answer incident = agent.get(INCIDENTS + number);
    assertThat(incident.text("client")).isEqualTo("acme");
    assertThat(incident.text("channel")).isEqualTo("MONITORING");
    assertThat(incident.text("subject")).isEqualTo("HostDown is down");
    assertThat(incident.text("priority")).isEqualTo("P1");
    assertThat(incident.text("description")).contains("instance: db-1", "prometheus.example");
  }

  @Test
  void aThousandAlertsBecomeFewIncidents() {
    String[] burst =
        IntStream.range(0, 1_000)
            .mapToObj(i -> alert("Burst" + i % 4, "host-" + i, "firing"))
            .toArray(String[]::new);

    ApiClient.Answer answer = fire(burst);

    assertThat(answer.json().path("received").asInt()).isEqualTo(1_000);
    assertThat(answer.json().path("incidents")).hasSize(4);
    assertThat(fire(burst).json().path("incidents")).isEqualTo(answer.json().path("incidents"));
    jobs.runDue();
  }

  @Test
  void messagesAtOnceBecomeOneIncident() {
    var numbers =
        atOnce(8, () -> fire(alert("AtOnce", "host", "firing"))).stream()
            .map(MonitoringApiIT::only)
            .collect(Collectors.toSet());

    assertThat(numbers).hasSize(1);
    jobs.runDue();
  }

  @Test
  void recoveryResolvesWhenTheLastAlertIsOverAndFiringAgainReopens() {
    String number = only(fire(alert("Disk", "a", "firing"), alert("Disk", "b", "firing")));
    jobs.runDue();
    agent.post(INCIDENTS + number + "/claim");

    fire(alert("Disk", "a", "resolved"));
    assertThat(agent.get(INCIDENTS + number).text("status")).isEqualTo("IN_PROGRESS");
    fire(alert("Disk", "b", "resolved"));
    assertThat(agent.get(INCIDENTS + number).text("status")).isEqualTo("RESOLVED");

    assertThat(only(fire(alert("Disk", "a", "firing")))).isEqualTo(number);
    jobs.runDue();
    assertThat(agent.get(INCIDENTS + number).json().path("reopenings").asInt()).isEqualTo(1);
  }

  @Test
  void aClosedIncidentIsFollowedByANewOne() {
    String number = only(fire(alert("Closed", "a", "firing")));
    jobs.runDue();
    agent.post(INCIDENTS + number + "/cancel", "{\"note\": \"A test\"}");

    String next = only(fire(alert("Closed", "a", "firing")));

    assertThat(next).isNotEqualTo(number);
    assertThat(agent.get(INCIDENTS + next).text("description")).contains(number);
    jobs.runDue();
  }

  @Test
  void aSourceThatAsksLeavesANote() {
    String asking = "asks-" + mark;
    String its = register(asking, "\"onRecovery\": \"ASK\"");
    String number = only(send(asking + "/alertmanager", message(alert("Ask", "a", "firing")), its));
    jobs.runDue();
    agent.post(INCIDENTS + number + "/claim");

    send(asking + "/alertmanager", message(alert("Ask", "a", "resolved")), its);

    assertThat(agent.get(INCIDENTS + number).text("status")).isEqualTo("IN_PROGRESS");
    assertThat(agent.get(INCIDENTS + number + "/contacts").body()).contains("has recovered");
    assertThat(requester.get(INCIDENTS + number + "/contacts").body())
        .doesNotContain("has recovered");
  }

  @Test
  void otherShapesAreReadByAMapping() {
    String zabbix = "zabbix-" + mark;
    String its =
        register(
            zabbix,
            """
            "onRecovery": "RESOLVE", "severities": {"Average": {"impact": "LOW", "urgency": "HIGH"}},
            "mapping": {"alerts": "/events", "fingerprint": "/id", "subject": "/name",
             "status": "/state", "recovered": ["OK"], "severity": "/severity",
             "labels": {"host": "/host/name"}}
            """);
    String event =
        """
        {"events": [{"id": %d, "name": "Disk of mail is full", "state": "%s",
         "severity": "Average", "host": {"name": "mail"}}]}
        """;

    String number = only(send(zabbix, event.formatted(7, "PROBLEM"), its));
    jobs.runDue();

    ApiClient.Answer incident = agent.get(INCIDENTS + number);
    assertThat(incident.text("subject")).isEqualTo("Disk of mail is full");
    assertThat(incident.text("impact")).isEqualTo("LOW");
    assertThat(incident.text("description")).contains("host: mail");
    assertThat(only(send(zabbix, event.formatted(7, "PROBLEM"), its))).isEqualTo(number);
    assertThat(send(zabbix, "{\"events\": [{\"name\": \"x\"}]}", its).fieldsRefused())
        .containsExactly("fingerprint");
    assertThat(send(source, "{}", token).status()).isEqualTo(422);
  }

  @Test
  void whatIsSilencedMakesNoIncident() {
    String matcher =
        "{\"matchers\": [{\"label\": \"alertname\", \"value\": \"Quiet.*\", \"regex\": true},"
            + " {\"label\": \"run\", \"value\": \"%s\", \"regex\": false}], \"until\": \"%s\"}";
    ApiClient.Answer silence =
        agent.post(MONITORING + "silences", matcher.formatted(mark, "2999-01-01T00:00:00Z"));
    assertThat(silence.status()).isEqualTo(201);
    assertThat(agent.get(MONITORING + "silences").body()).contains(mark);

    ApiClient.Answer quiet = fire(alert("QuietNight", "a", "firing"));
    assertThat(quiet.json().path("silenced").asInt()).isEqualTo(1);
    assertThat(quiet.json().path("incidents")).isEmpty();

    assertThat(agent.delete(MONITORING + "silences/" + silence.text("id")).status()).isEqualTo(204);
    assertThat(agent.delete(MONITORING + "silences/" + silence.text("id")).status()).isEqualTo(404);
    only(fire(alert("QuietNight", "a", "firing")));
    assertThat(
            agent
                .post(MONITORING + "silences", matcher.formatted(mark, "2020-01-01T00:00:00Z"))
                .fieldsRefused())
        .containsExactly("until");
    assertThat(requester.get(MONITORING + "silences").status()).isEqualTo(403);
    jobs.runDue();
  }

  /** As one may be stored since before expressions were those of RE2. */
  @Test
  void aSilenceThatKeepsNothingQuietSaysSoWhereItIsListed() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            begun ->
                database.update(
                    "insert into monitoring_silence (matchers, starts_at, ends_at, note,"
                        + " created_by) values (?, '2020-01-01', '2999-01-01', ?, 'theo')",
                    "[{\"label\": \"a\", \"value\": \"(?<=x)y\", \"regex\": true}]",
                    mark));
    Long id =
        database.queryForObject(
            "select id from monitoring_silence where note = ?", Long.class, mark);
    try {
      JsonNode broken = null;
      for (JsonNode silence : agent.get(MONITORING + "silences").json()) {
        boolean isIt = silence.path("id").asLong() == id;
        assertThat(silence.has("trouble")).isEqualTo(isIt);
        broken = isIt ? silence : broken;
      }
      assertThat(broken).isNotNull();
      assertThat(broken.path("trouble").asText())
          .startsWith("This silence keeps nothing quiet. '(?<=x)y' is not an RE2 expression");
      assertThat(admin.get("/actuator/health").body())
          .contains(id + ": This silence keeps nothing quiet.");
    } finally {
      assertThat(agent.delete(MONITORING + "silences/" + id).status()).isEqualTo(204);
    }
  }

  @Test
  void onlyTheTokenOfTheSourceOpens() {
    String body = message(alert("Token", "a", "firing"));
    for (String path : new String[] {source, "nowhere-" + mark}) {
      ApiClient.Answer refused = send(path + "/alertmanager", body, "bm_wrong");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
      assertThat(nobody().post(MONITORING + path + "/alertmanager", body).status()).isEqualTo(401);
    }
    String fresh =
        admin
            .put(MONITORING + "sources/" + source, "{\"client\": \"acme\", \"newToken\": true}")
            .text("token");
    assertThat(send(source + "/alertmanager", body, token).status()).isEqualTo(401);
    assertThat(send(source + "/alertmanager", body, fresh).status()).isEqualTo(200);
    assertThat(nobody().get(MONITORING + "sources").status()).isEqualTo(401);
    assertThat(nobody().post(MONITORING + "silences", "{}").status()).isEqualTo(401);
    assertThat(agent.get(MONITORING + "sources").status()).isEqualTo(403);
    assertThat(admin.get(MONITORING + "sources").body()).contains(source).doesNotContain("bm_");
    jobs.runDue();
  }

  @Test
  void whatIsNoMessageIsRefused() {
    assertThat(send(source + "/alertmanager", "{\"alerts\": [", token).status()).isEqualTo(400);
    assertThat(send(source + "/alertmanager", "{}", token).fieldsRefused())
        .containsExactly("alerts");
    assertThat(send(source + "/alertmanager", "{\"alerts\": [{}]}", token).fieldsRefused())
        .containsExactly("alerts.labels");
  }

  @Test
  void aSourceIsRefusedFieldByField() {
    String path = MONITORING + "sources/x-" + mark;
    assertThat(admin.put(path, "{}").fieldsRefused()).containsExactly("client");
    assertThat(admin.put(path, "{\"client\": \"nowhere\"}").fieldsRefused())
        .containsExactly("client");
    assertThat(admin.put(path, "{\"client\": \"acme\", \"team\": \"x\"}").fieldsRefused())
        .containsExactly("team");
    assertThat(
            admin
                .put(
                    path,
                    "{\"client\": \"acme\", \"mapping\": {\"fingerprint\": \"id\", \"subject\":"
                        + " \"/s\"}}")
                .fieldsRefused())
        .containsExactly("mapping.fingerprint");
    assertThat(admin.put(MONITORING + "sources/silences", "{\"client\": \"acme\"}").status())
        .isEqualTo(422);
  }
}
