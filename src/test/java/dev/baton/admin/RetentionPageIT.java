package dev.baton.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.admin.retention.Retention;
import dev.baton.api.ApiClient;
import dev.baton.api.ApiClient.Answer;
import dev.baton.desk.PagesDesk;
import dev.baton.incident.file.ReceivedMails;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators say how long records are kept that no incident needs any more. */
class RetentionPageIT extends PagesDesk {

  private static final String ADMIN = "/desk/admin";

  @Autowired Retention retention;
  @Autowired ReceivedMails mails;
  @Autowired JdbcTemplate database;
  @Autowired PlatformTransactionManager transactions;

  private ApiClient admin;

  @BeforeEach
  void signIn() {
    admin = agent.as("admin");
  }

  @Test
  void whatIsOldIsRemovedAsLongAsAnAdministratorSaysSo() {
    String page = ADMIN + "/retention";
    assertThat(agent.get(page).status()).isEqualTo(403);
    assertThat(send(agent, page + "/periods", "rawMails", "30").status()).isEqualTo(403);
    change(
        "insert into incoming_mail (box, uid_validity, uid, sha256, size, is_cut, raw, state,"
            + " contact_id, received_at) values"
            + " ('kept', 7, 1, 'x', 3, false, 'old', 'DONE', 990001, '2020-01-01'),"
            + " ('kept', 7, 2, 'x', 3, false, 'old', 'QUARANTINED', 990002, '2020-01-01'),"
            + " ('kept', 7, 3, 'x', 3, false, 'new', 'DONE', 990003, utc_timestamp(3))",
        "insert into caught_mail (notification_id, at, recipient, subject, raw) values"
            + " (990001, '2020-01-01', 'rita@acme.example', 'Old', 'x'),"
            + " (990002, utc_timestamp(3), 'rita@acme.example', 'New', 'x')",
        "insert into inbox_message (notification, login, incident, event, subject, body, at,"
            + " read_at) values"
            + " (990001, 'agent', 'INC-2020-000001', 'UPDATE', 'Old', 'x', '2020-01-01',"
            + "  '2020-01-02'),"
            + " (990002, 'agent', 'INC-2020-000001', 'UPDATE', 'Unread', 'x', '2020-01-01', null)");

    retention.run();
    assertThat(mails.rawOf(990001)).as("nothing is removed unasked").isPresent();
    Answer tooShort = send(admin, page + "/periods", "seen", seen(page), "rawMails", "29");
    assertThat(tooShort.status()).isEqualTo(422);
    assertThat(tooShort.body()).contains("id=\"rawMails-problem\"");
    Answer saved =
        send(
            admin,
            page + "/periods",
            "seen",
            seen(page),
            "rawMails",
            "30",
            "caughtMails",
            "365",
            "readMessages",
            "90");
    assertThat(saved.status()).isEqualTo(303);
    assertThat(admin.get(page).body())
        .contains("removes the originals of 1 email, 1 unsent email and 1 message")
        .contains("rawMails: – → 30");
    assertThat(german(page)).contains("Aufbewahrung", "1 Original-E-Mail");

    retention.run();
    assertThat(mails.rawOf(990001)).isEmpty();
    assertThat(mails.among(Set.of(990001L, 990002L, 990003L)))
        .containsExactlyInAnyOrder(990002L, 990003L);
    assertThat(count("caught_mail where notification_id in (990001, 990002)")).isEqualTo(1);
    assertThat(count("inbox_message where notification in (990001, 990002)")).isEqualTo(1);
    assertThat(admin.get(page).body()).contains("no emails, no unsent emails and no messages");
    assertThat(send(admin, page + "/periods", "seen", seen(page)).status()).isEqualTo(303);
    assertThat(admin.get(page).body()).contains("rawMails: 30 → –");
    change(
        "delete from incoming_mail where box = 'kept'",
        "delete from caught_mail where notification_id > 990000",
        "delete from inbox_message where notification > 990000");
  }

  private String seen(String page) {
    return Jsoup.parse(admin.get(page).body()).selectFirst("[name=seen]").attr("value");
  }

  private void change(String... statements) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status -> List.of(statements).forEach(database::update));
  }

  private long count(String of) {
    return database.queryForObject("select count(*) from " + of, Long.class);
  }

  private String german(String path) {
    return admin.send(admin.request(path).setHeader("Accept-Language", "de").GET()).body();
  }
}
