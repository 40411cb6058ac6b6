package dev.baton.intake.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.support.Node;
import dev.baton.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.time.Duration;
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
    TestDatabase.Schema schema = TestDatabase.freshSchema();
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

  private Node node(TestDatabase.Schema schema) {
    return Node.start(
        schema,
        true,
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
        "--baton.mail.boxes[0].poll=2s");
  }

  private void deliver(int many) throws Exception {
    for (int i = 0; i < many; i++) {
      byte[] mail = MailDraft.mail().from("rita@acme.example").bytes();
      user.deliver(GreenMailUtil.newMimeMessage(new ByteArrayInputStream(mail)));
    }
  }

  private static long incidents(Node node) {
    return node.bean(JdbcTemplate.class)
        .queryForObject("select count(*) from incident", Long.class);
  }
}
