package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;

/** No act without its entry: what cannot be put on record is not shown, let in or done. */
class AuditAttacksIT extends ApiDesk {

  @Autowired JdbcTemplate jdbc;
  @Autowired AuditTrail trail;

  @Test
  void whatIsShownIsOnRecordBeforeTheAnswer() {
    for (int i = 0; i < 10; i++) {
      String it = newIncident("Seen " + i);

      agent.get("/api/v1/incidents/" + it);

      assertThat(entries("SEEN", it)).isEqualTo(1);
    }
  }

  @Test
  void nothingIsShownOrTakenAlongThatCannotBePutOnRecord() throws Exception {
    String it = newIncident("Unseen");
    ApiClient manager = agent.as("service-desk-manager");
    manager.get("/api/v1/agreements");
    // A team of its own: a calendar that somebody has had today is not put on record again.
    assertThat(agent.as("admin").put("/api/v1/teams/seldom", "{\"name\": \"Seldom\"}").status())
        .isLessThan(300);

    withoutRecord(
        () -> {
          for (int i = 0; i < 2; i++) {
            ApiClient.Answer answer = agent.get("/api/v1/incidents/" + it);
            assertThat(answer.status()).isGreaterThanOrEqualTo(500);
            assertThat(answer.body()).doesNotContain("Unseen");
          }
          assertThat(manager.get("/api/v1/agreements/document").status())
              .isGreaterThanOrEqualTo(500);
          assertThat(manager.get("/api/v1/teams/seldom/rota.ics").status())
              .isGreaterThanOrEqualTo(500);
          return null;
        });

    assertThat(agent.get("/api/v1/incidents/" + it).status()).isEqualTo(200);
    assertThat(entries("SEEN", it)).as("the failure is not taken for an entry").isEqualTo(1);
  }

  @Test
  void noChangeIsMadeThatCannotBePutOnRecord() throws Exception {
    ApiClient admin = agent.as("admin");
    admin.get("/api/v1/teams");

    withoutRecord(
        () -> {
          assertThat(admin.put("/api/v1/teams/unrecorded", "{\"name\": \"Unrecorded\"}").status())
              .isGreaterThanOrEqualTo(500);
          return null;
        });

    assertThat(admin.get("/api/v1/teams").body()).doesNotContain("unrecorded");
  }

  /**
   * A process that dies between a change and its entry leaves neither: both are of one transaction.
   * Here the entry fails instead, which ends the transaction at the same point.
   */
  @Test
  void ofAChangeAndItsEntryThereAreBothOrNeither() throws Exception {
    ApiClient admin = agent.as("admin");
    ApiClient owner = agent.as("process-owner");
    String trainer = "/api/v1/agents/trainer";
    List.of(admin, owner, agent).forEach(who -> who.get("/api/v1/teams"));
    String before = admin.get(trainer).body();

    withoutRecord(
        () -> {
          assertThat(
                  List.of(
                      admin.put(
                          "/api/v1/clients/unrecorded",
                          "{\"name\": \"Unrecorded\", \"tier\": \"GOLD\", \"zone\": \"UTC\","
                              + " \"language\": \"en\"}"),
                      admin.put(
                          trainer,
                          "{\"name\": \"Trainer\", \"email\": \"trainer@desk.example\","
                              + " \"roles\": [\"admin\"], \"teams\": [\"service-desk\"],"
                              + " \"zone\": \"UTC\", \"language\": \"en\"}"),
                      agent.post(
                          "/api/v1/tokens",
                          "{\"name\": \"Unrecorded\", \"scopes\": [\"READ\"], \"password\": \"%s\"}"
                              .formatted(ApiDesk.PASSWORD)),
                      Deployments.deploy(owner, "unrecorded.form", "{\"id\": \"unrecorded\"}")))
              .allSatisfy(it -> assertThat(it.status()).as(it.body()).isGreaterThanOrEqualTo(500));
          return null;
        });

    assertThat(count("select count(*) from client where code = 'unrecorded'")).isZero();
    assertThat(admin.get(trainer).body()).isEqualTo(before);
    assertThat(count("select count(*) from api_token where name = 'Unrecorded'")).isZero();
    assertThat(count("select count(*) from ACT_GE_BYTEARRAY where NAME_ = 'unrecorded.form'"))
        .isZero();
    assertThat(count("select count(*) from audit_entry where words like '%nrecorded%'")).isZero();
  }

  @Test
  void workOnAnIncidentAndItsJournalAreBothOrNeither() {
    String it = newIncident("Without a journal");
    jdbc.execute("rename table journal_entry to journal_entry_away");
    try {
      assertThat(agent.post("/api/v1/incidents/" + it + "/claim").status())
          .isGreaterThanOrEqualTo(500);
    } finally {
      jdbc.execute("rename table journal_entry_away to journal_entry");
    }

    assertThat(agent.get("/api/v1/incidents/" + it).text("status")).isEqualTo("ASSIGNED");
    assertThat(
            count(
                "select count(*) from ACT_RU_TASK t join ACT_RU_EXECUTION e"
                    + " on e.ID_ = t.PROC_INST_ID_ where t.ASSIGNEE_ is not null"
                    + " and e.BUSINESS_KEY_ = '"
                    + it
                    + "'"))
        .isZero();
  }

  private int count(String sql) {
    return jdbc.queryForObject(sql, Integer.class);
  }

  @Test
  void aFloodOfReadersLosesNoEntry() {
    String[] incidents =
        IntStream.range(0, 20).mapToObj(i -> newIncident("Flood " + i)).toArray(String[]::new);

    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> agent.get("/api/v1/incidents/" + incidents[i % incidents.length]));

    for (String it : incidents) {
      assertThat(entries("SEEN", it)).isEqualTo(1);
    }
  }

  @Test
  void aChangeIsNotRecordedApartFromItsTransaction() {
    assertThatThrownBy(
            () -> trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, "nothing", "Nothing")))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private int entries(String kind, String subject) {
    return jdbc.queryForObject(
        "select count(*) from audit_entry where kind = ? and subject = ?",
        Integer.class,
        kind,
        subject);
  }

  private void withoutRecord(Callable<Void> work) throws Exception {
    jdbc.execute("rename table audit_entry to audit_entry_away");
    try {
      work.call();
    } finally {
      jdbc.execute("rename table audit_entry_away to audit_entry");
    }
  }
}
