package dev.baton.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.desk.PagesDesk;
import dev.baton.intake.mail.IncomingMails;
import dev.baton.intake.mail.Quarantine;
import dev.baton.intake.mail.ReceivedMail;
import dev.baton.retention.RetentionRun;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How long records are kept is set on a page, and the nightly run removes what is older. */
class RetentionPagesIT extends PagesDesk {

  private static final String PAGE = "/desk/admin/retention";
  private static final String LOCK = "concat('baton-retention-', database())";

  /** More than a batch. */
  private static final int KEPT_MAILS = 1_200;

  @Autowired RetentionRun retention;
  @Autowired IncomingMails mails;
  @Autowired Quarantine quarantine;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transactions;
  @Autowired Clock clock;

  private ApiClient admin;

  @BeforeEach
  void signIn() {
    admin = agent.as("admin");
    run("update retention_period set days = null");
  }

  @AfterEach
  void keepEverything() {
    run("update retention_period set days = null");
    run("delete from caught_mail where recipient like '%@retention.example'");
    run("delete from inbox_message where login = 'retention'");
  }

  @Test
  void onlyAdministratorsSetDaysAndOnlyWithinTheBounds() {
    assertThat(agent.get(PAGE).status()).isEqualTo(403);
    assertThat(send(agent, PAGE + "/periods", "keptMail", "60").status()).isEqualTo(403);
    assertThat(requester.get(PAGE).status()).isEqualTo(403);

    for (String days : new String[] {"29", "3651", "soon"}) {
      Answer refused = set("", days, "");
      assertThat(refused.status()).as(days).isEqualTo(422);
      Document form = Jsoup.parse(refused.body());
      assertThat(form.select("#keptMail-problem").text()).contains("from 30 to 3650");
      assertThat(form.select("#keptMail").val()).isEqualTo(days);
      assertThat(form.select("#receivedMail-problem")).isEmpty();
    }
    assertThat(set("30", "3650", "").status()).isEqualTo(303);
    assertThat(page().select("#keptMail").val()).isEqualTo("3650");
    assertThat(page().select("#readMessages-remark").text())
        .isEqualTo("Not set: nothing is removed.");
    assertThat(page().select(".baton-admin-changes").text()).contains("keptMail: – → 3650");
    assertThat(set("30", "", "").status()).isEqualTo(303);
    assertThat(page().select(".baton-admin-changes").text()).contains("keptMail: 3650 → –");
    assertThat(admin.send(admin.request(PAGE).setHeader("Accept-Language", "de").GET()).body())
        .contains("Aufbewahrung", "Nächster Lauf", "Nicht festgelegt: Es wird nichts gelöscht.");
  }

  @Test
  void anOriginalEmailGoesWhenItsContactHasAllOfIt() {
    long processed = received("Osmium rings", "notes.txt", "Ring list");
    long withheld = received("Osmium tool", "tool.exe", "MZ");
    long waiting = ReceivedMail.storeHead(mails, database, mail("Osmium film", "a.txt", "x"));
    long dismissed = ReceivedMail.storeHead(mails, database, mail("Osmium spam", "a.txt", "x"));
    jobs.runDue();
    send(agent, "/desk/contacts/quarantine/" + dismissed + "/dismiss");
    for (long old : new long[] {processed, withheld, waiting, dismissed}) {
      run("update incoming_mail set received_at = ? where id = ?", daysAgo(100), old);
    }
    long recent = received("Osmium news", "notes.txt", "Other list");

    retention.run();
    assertThat(raw(processed).status()).isEqualTo(200);

    assertThat(set("60", "", "").status()).isEqualTo(303);
    assertThat(page().select("#receivedMail-remark").text())
        .matches("The next run removes .*\\d.*");
    retention.run();

    assertThat(raw(processed).status()).isEqualTo(410);
    assertThat(raw(processed).body())
        .contains("mail-removed", "removed after the retention period");
    Answer shown = agent.get("/desk/contacts/" + contact(processed) + "/mail");
    assertThat(shown.status()).isEqualTo(410);
    assertThat(shown.body()).contains("removed after the retention period");
    assertThat(agent.get("/desk/contacts/" + contact(processed)).body()).contains("Osmium text");
    assertThat(agent.get("/api/v1/attachments/" + file(processed)).body()).contains("Ring list");
    assertThat(stored(dismissed)).isZero();
    assertThat(raw(withheld).status()).isEqualTo(200);
    assertThat(raw(recent).body()).contains("Osmium news");
    assertThat(quarantine.raw(waiting).orElseThrow()).isNotEmpty();
    assertThat(page().select("#receivedMail-remark").text())
        .isEqualTo("The next run removes nothing.");
  }

  @Test
  void oldMailOfTheOutboxAndReadMessagesGoInBatches() {
    run(
        "insert into caught_mail (at, recipient, subject, raw)"
            + " select ?, concat(seq, '@retention.example'), 'Old', 'x' from seq_1_to_"
            + KEPT_MAILS,
        daysAgo(100));
    run(
        "insert into caught_mail (at, recipient, subject, raw)"
            + " values (?, 'new@retention.example', 'New', 'x')",
        daysAgo(20));
    message(1, daysAgo(100), daysAgo(90));
    message(2, daysAgo(100), daysAgo(20));
    message(3, daysAgo(100), null);

    assertThat(set("", "60", "60").status()).isEqualTo(303);
    long due = count("caught_mail where at < date_sub(utc_timestamp(3), interval 60 day)");
    assertThat(page().select("#keptMail-remark").text())
        .isEqualTo("The next run removes %,d records.".formatted(due));

    transactions.executeWithoutResult(
        held -> {
          database.queryForObject("select get_lock(" + LOCK + ", 0)", Boolean.class);
          CompletableFuture.runAsync(retention::run).join();
          database.queryForObject("select release_lock(" + LOCK + ")", Boolean.class);
        });
    assertThat(ofOutbox()).as("while another node removes").isEqualTo(KEPT_MAILS + 1);

    retention.run();

    assertThat(ofOutbox()).isEqualTo(1);
    assertThat(
            database.queryForList(
                "select notification from inbox_message where login = 'retention' order by 1",
                Long.class))
        .containsExactly(-3L, -2L);
  }

  private void message(long number, Timestamp at, Timestamp read) {
    run(
        "insert into inbox_message (notification, login, incident, event, subject, body, at,"
            + " read_at) values (?, 'retention', 'INC-1', 'ASSIGNED', 'Old', 'Old', ?, ?)",
        -number,
        at,
        read);
  }

  private long ofOutbox() {
    return count("caught_mail where recipient like '%@retention.example'");
  }

  private long count(String what) {
    return database.queryForObject("select count(*) from " + what, Long.class);
  }

  private Answer set(String receivedMail, String keptMail, String readMessages) {
    return send(
        admin,
        PAGE + "/periods",
        "seen",
        page().select("[name=seen]").val(),
        "receivedMail",
        receivedMail,
        "keptMail",
        keptMail,
        "readMessages",
        readMessages);
  }

  private Document page() {
    Answer page = admin.get(PAGE);
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("Next run:");
    return Jsoup.parse(page.body());
  }

  private Answer raw(long mail) {
    return agent.get("/api/v1/contacts/" + contact(mail) + "/raw");
  }

  private long contact(long mail) {
    return database.queryForObject(
        "select contact_id from incoming_mail where id = ?", Long.class, mail);
  }

  private long file(long mail) {
    return database.queryForObject(
        "select id from contact_file where contact_id = ?", Long.class, contact(mail));
  }

  private long stored(long mail) {
    return database.queryForObject(
        "select length(raw) from incoming_mail where id = ?", Long.class, mail);
  }

  private Timestamp daysAgo(int days) {
    return Timestamp.from(clock.instant().minus(Duration.ofDays(days)));
  }

  private void run(String sql, Object... values) {
    transactions.executeWithoutResult(status -> database.update(sql, values));
  }

  private long received(String subject, String file, String content) {
    long mail = ReceivedMail.store(mails, database, mail(subject, file, content));
    jobs.runDue();
    return mail;
  }

  private static byte[] mail(String subject, String file, String content) {
    return """
    From: somebody@retention.example
    To: desk@baton.example
    Subject: %s
    Message-ID: <%s@retention.example>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=part

    --part
    Content-Type: text/plain

    Osmium text
    --part
    Content-Type: application/octet-stream
    Content-Disposition: attachment; filename=%s

    %s
    --part--
    """
        .formatted(subject, UUID.randomUUID(), file, content)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
