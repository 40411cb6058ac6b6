package dev.baton.intake.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.fuzz.HostileMails;
import dev.baton.mail.MailParser;
import dev.baton.support.Node;
import dev.baton.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes of a desk and one mailbox: one reads, either takes in, and one may go. */
class MailOnTwoNodesIT {

  private static final int MAILS = 60;

  private final GreenMail server =
      new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort()});
  private GreenMailUser user;

  @BeforeEach
  void openTheServer() {
    server.start();
    user = server.setUser("desk@baton.example", "desk", "secret");
  }

  @AfterEach
  void closeTheServer() {
    server.stop();
  }

  @Test
  void eachMailIsOneIncidentWhoeverReadsAndWhoeverGoes() throws Exception {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    try (Node other = node(schema)) {
      other.desk();
      try (Node first = node(schema)) {
        first.desk();
        deliver(MAILS / 2);
        await()
            .dontCatchUncaughtExceptions()
            .atMost(Duration.ofSeconds(60))
            .until(() -> incidents(other) >= MAILS / 4);
      }
      deliver(MAILS / 2);

      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(60))
          .until(() -> incidents(other) >= MAILS);
      JdbcTemplate database = other.bean(JdbcTemplate.class);
      assertThat(incidents(other)).isEqualTo(MAILS);
      assertThat(
              database.queryForObject(
                  "select count(distinct incident) from incoming_mail where outcome = 'OPENED'",
                  Long.class))
          .isEqualTo(MAILS);
      assertThat(database.queryForList("select ID_ from ACT_RU_INCIDENT", String.class)).isEmpty();
    } finally {
      schema.drop();
    }
  }

  /** Each ends as an incident or with a reason in quarantine, and none keeps the next one back. */
  @Test
  void hostileMailsAreTakenInOrWaitForSomebodyAndTheOthersGoOn() throws Exception {
    warmUp();
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    try (Node node = node(schema, "--baton.mail.parse-deadline=1s", "--baton.mail.largest=10MB")) {
      node.desk();
      List<String> shapes = List.copyOf(HostileMails.all().keySet());
      for (String shape : shapes) {
        deliver(HostileMails.of(shape, 3_000));
      }
      byte[] slow = slowMail();
      deliver(slow);
      deliver("Content-Type: multipart/mixed\r\n\r\n--\u00ff\r\n:\r\n".getBytes(ISO_8859_1));
      deliver(MailDraft.mail().subject("Too large").text("x".repeat(11 << 20)).bytes());
      byte[] last = MailDraft.mail().from("rita@acme.example").subject("Goes on").bytes();
      deliver(last);
      JdbcTemplate database = node.bean(JdbcTemplate.class);

      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofMinutes(3))
          .until(
              () ->
                  count(database, "state in ('DONE', 'QUARANTINED')") == shapes.size() + 4
                      && count(database, "subject = 'Goes on' and outcome = 'OPENED'") == 1);

      assertThat(quarantined(node, "is_cut and state = 'QUARANTINED'").trouble())
          .startsWith("It is too large to be fetched or stored; its head alone is kept.");
      QuarantinedMail.Shown late = quarantined(node, "size = " + slow.length);
      assertThat(late.trouble())
          .isEqualTo(
              "Reading this mail took longer than 1 seconds and was stopped."
                  + " It is stored as it came.");
      assertThat(late.description()).contains("Subject: Slow", late.trouble());
      assertThat(
              database.queryForObject(
                  "select raw from incoming_mail where size = ?", byte[].class, slow.length))
          .isEqualTo(slow);
      assertThat(
              database.queryForObject(
                  "select f.tries from incoming_mail_failure f join incoming_mail m"
                      + " on m.id = f.mail_id where m.size = ?",
                  Integer.class,
                  slow.length))
          .as("it is not tried again by itself")
          .isZero();
      assertThat(database.queryForList("select ID_ from ACT_RU_INCIDENT", String.class)).isEmpty();
      await().until(() -> node.bean(ParseMail.class).freeTurns() == 4);
    } finally {
      schema.drop();
    }
  }

  /** As a desk that has run for a while: a deadline of a second is none for a cold program. */
  private static void warmUp() {
    MailParser parser = new MailParser();
    for (int i = 0; i < 200; i++) {
      parser.parse(MailDraft.mail().bytes());
    }
    HostileMails.all().keySet().forEach(shape -> parser.parse(HostileMails.of(shape, 3_000)));
  }

  /** Eight texts that are large pages, each read as one. */
  private static byte[] slowMail() {
    String page = "Content-Type: text/plain\r\n\r\n<html>" + "<b><p>".repeat(160_000) + "\r\n";
    return ("From: rita@acme.example\r\nSubject: Slow\r\n"
            + "Content-Type: multipart/mixed; boundary=cut\r\n\r\n"
            + ("--cut\r\n" + page).repeat(8)
            + "--cut--\r\n")
        .getBytes(ISO_8859_1);
  }

  private void deliver(byte[] raw) throws Exception {
    user.deliver(GreenMailUtil.newMimeMessage(new ByteArrayInputStream(raw)));
  }

  private static long count(JdbcTemplate database, String where) {
    return database.queryForObject("select count(*) from incoming_mail where " + where, Long.class);
  }

  private static QuarantinedMail.Shown quarantined(Node node, String where) {
    Long id =
        node.bean(JdbcTemplate.class)
            .queryForObject("select id from incoming_mail where " + where, Long.class);
    return node.bean(QuarantinedMail.class).shown(id);
  }

  private Node node(TestDatabase.Schema schema, String... more) {
    String[] usual = {
      "--baton.mail.address=desk@baton.example",
      "--baton.mail.from-one-sender=1000",
      "--baton.mail.trust=SERVER",
      "--baton.mail.boxes[0].name=desk",
      "--baton.mail.boxes[0].host=127.0.0.1",
      "--baton.mail.boxes[0].port=" + server.getImap().getPort(),
      "--baton.mail.boxes[0].user=desk",
      "--baton.mail.boxes[0].password=secret",
      "--baton.mail.boxes[0].tls=none",
      "--baton.mail.boxes[0].client=acme",
      "--baton.mail.boxes[0].poll=2s"
    };
    return Node.start(
        schema, true, Stream.of(usual, more).flatMap(Stream::of).toArray(String[]::new));
  }

  private void deliver(int many) throws Exception {
    for (int i = 0; i < many; i++) {
      deliver(MailDraft.mail().from("rita@acme.example").bytes());
    }
  }

  private static long incidents(Node node) {
    return node.bean(JdbcTemplate.class)
        .queryForObject("select count(*) from incident", Long.class);
  }
}
