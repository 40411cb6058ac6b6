package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.report.IdempotencyKeys;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class ReportIncidentApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents";

  @Autowired JdbcTemplate jdbc;
  @Autowired IdempotencyKeys keys;
  @Autowired TransactionTemplate transaction;

  @Test
  void aReportBecomesAnIncidentWithAnAddressOfItsOwn() {
    ApiClient.Answer made = agent.post(INCIDENTS, report("Printer 🔥 on floor 3"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("number")).matches("INC-\\d{4}-\\d{6}");
    assertThat(made.header("Location")).endsWith(INCIDENTS + "/" + made.text("number"));
    assertThat(made.text("status")).isEqualTo("RECEIVED");
    assertThat(made.text("subject")).isEqualTo("Printer 🔥 on floor 3");
    assertThat(made.text("openedAt"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    assertThat(made.json().fieldNames())
        .toIterable()
        .contains(
            "number",
            "client",
            "requester",
            "subject",
            "status",
            "priority",
            "impact",
            "urgency",
            "category",
            "team",
            "assignee",
            "hold",
            "reassignments",
            "reopenings",
            "openedAt",
            "resolvedAt",
            "closedAt");

    jobs.runDue();
    ApiClient.Answer routed = agent.get(INCIDENTS + "/" + made.text("number"));
    assertThat(routed.status()).isEqualTo(200);
    assertThat(routed.text("priority")).isEqualTo("P2");
    assertThat(routed.text("team")).isEqualTo("service-desk");
    assertThat(routed.text("subject")).isEqualTo("Printer 🔥 on floor 3");
  }

  @Test
  void theClientIsFoundByTheRequestersAddress() {
    // An address that no other client has a person of.
    String known = report("Known sender").replace("ada@acme.example", "known.sender@acme.example");
    assertThat(agent.post(INCIDENTS, known).status()).isEqualTo(201);

    ApiClient.Answer made = agent.post(INCIDENTS, known.replace("\"client\": \"acme\", ", ""));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("client")).isEqualTo("acme");
  }

  @Test
  void allInvalidFieldsAreNamedAtOnce() {
    ApiClient.Answer refused =
        agent.post(
            INCIDENTS,
            """
            {"client": "acme", "requester": {"email": "nobody"}, "channel": "PIGEON",
             "subject": " ", "impact": "HUGE"}
            """);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.fieldsRefused())
        .containsExactlyInAnyOrder("requester.email", "channel", "subject", "impact", "urgency");
    assertThat(refused.response().body()).contains("must be one of HIGH, MEDIUM, LOW");
  }

  @Test
  void whatOnlyTheDeskCanKnowIsNamedToo() {
    ApiClient.Answer refused =
        agent.post(INCIDENTS, report("Whose?").replace("\"acme\"", "\"nobody-knows\""));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.fieldsRefused()).containsExactly("client");
  }

  @Test
  void aMisspeltPropertyIsRefused() {
    ApiClient.Answer refused =
        agent.post(INCIDENTS, report("Typo").replace("\"urgency\"", "\"urgencey\""));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.fieldsRefused()).containsExactly("urgencey");
    assertThat(refused.response().body()).contains("urgency");
  }

  @Test
  void aSubjectMayHaveTwoHundredEmojiButNotOneMore() {
    assertThat(agent.post(INCIDENTS, report("🔥".repeat(200))).status()).isEqualTo(201);
    assertThat(agent.post(INCIDENTS, report("🔥".repeat(201))).fieldsRefused())
        .containsExactly("subject");
  }

  @Test
  void unreadableJsonIsRefusedWithThePlace() {
    ApiClient.Answer refused = agent.post(INCIDENTS, "{\"client\": \"acme\",\n  oops}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("line 2, column");
    assertThat(refused.response().body()).doesNotContain("com.fasterxml", "dev.baton");
    assertThat(agent.post(INCIDENTS, "").status()).isEqualTo(400);
    assertThat(agent.post(INCIDENTS, "[]").status()).isEqualTo(400);
  }

  @Test
  void otherBodiesThanJsonAndTooLargeOnesAreRefused() {
    ApiClient.Answer form =
        agent.post(INCIDENTS, "subject=x", "Content-Type", "application/x-www-form-urlencoded");
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.header("Content-Type")).startsWith("application/problem+json");

    ApiClient.Answer large = agent.post(INCIDENTS, report("x".repeat(1_600_000)));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void theSameKeyMakesTheSameIncident() {
    ApiClient.Answer first =
        agent.post(INCIDENTS, report("Once"), "Idempotency-Key", "once-" + port);
    jobs.runDue();
    ApiClient.Answer again =
        agent.post(INCIDENTS, report("Once"), "Idempotency-Key", "once-" + port);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotent-Replayed")).isNull();
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.text("number")).isEqualTo(first.text("number"));
    assertThat(again.text("priority")).isEqualTo("P2");
  }

  @Test
  void theSameKeyWithAnotherReportIsRefused() {
    agent.post(INCIDENTS, report("One"), "Idempotency-Key", "two-" + port);
    ApiClient.Answer refused =
        agent.post(INCIDENTS, report("Another"), "Idempotency-Key", "two-" + port);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.fieldsRefused()).containsExactly("Idempotency-Key");
  }

  @Test
  void aKeyIsItsSendersOwn() {
    ApiClient.Answer one = agent.post(INCIDENTS, report("Mine"), "Idempotency-Key", "own");
    ApiClient.Answer other =
        agent.as("team-lead").post(INCIDENTS, report("Mine"), "Idempotency-Key", "own");

    assertThat(other.status()).isEqualTo(201);
    assertThat(other.text("number")).isNotEqualTo(one.text("number"));
  }

  @Test
  void aRefusedReportLeavesItsKeyFree() {
    String bad = report("Unknown team").replace("\"MEDIUM\"", "\"MEDIUM\", \"team\": \"nope\"");
    assertThat(agent.post(INCIDENTS, bad, "Idempotency-Key", "free").status()).isEqualTo(422);

    assertThat(agent.post(INCIDENTS, report("Good"), "Idempotency-Key", "free").status())
        .isEqualTo(201);
  }

  @Test
  void aKeyMustBePrintableAndShort() {
    assertThat(agent.post(INCIDENTS, report("x"), "Idempotency-Key", "k".repeat(201)).status())
        .isEqualTo(422);
    assertThat(agent.post(INCIDENTS, report("x"), "Idempotency-Key", "k".repeat(200)).status())
        .isEqualTo(201);
  }

  @Test
  void twentyRequestsAtOnceWithOneKeyMakeOneIncident() {
    String body = report("All at once");

    List<ApiClient.Answer> answers =
        atOnce(20, () -> agent.post(INCIDENTS, body, "Idempotency-Key", "crowd-" + port));

    assertThat(answers.stream().map(answer -> answer.text("number")).distinct())
        .hasSize(1)
        .doesNotContainNull();
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(19);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from incident where subject = 'All at once'", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void oldKeysAreForgotten() {
    agent.post(INCIDENTS, report("Old"), "Idempotency-Key", "old-" + port);
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "update idempotency_key set created_at = created_at - interval 8 day"
                    + " where idempotency_key = ?",
                "old-" + port));

    assertThat(keys.purge()).isEqualTo(1);
    assertThat(keys.purge()).isZero();
    assertThat(agent.post(INCIDENTS, report("Old"), "Idempotency-Key", "old-" + port).status())
        .isEqualTo(201);
  }
}
