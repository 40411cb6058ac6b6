package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.notification.announcement.Announcements;
import dev.baton.support.Node;
import dev.baton.support.NodeProcess;
import dev.baton.support.TestDatabase;
import dev.baton.support.UnreliableSmtp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nodes are killed while they send. What the mail server had accepted before it was recorded may
 * come twice, under the same Message-ID; everything else comes once.
 */
class MailCrashIT {

  private static final int MAILS = 300;
  private static final int KILLS = 3;
  private static final int AT_A_TIME = 4;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @Test
  void nothingIsLostAndOnlyWhatWasInHandsComesTwiceUnderTheSameMessageId() throws Exception {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    try (UnreliableSmtp server = new UnreliableSmtp();
        Node quiet = Node.start(schema, false, "--baton.mail.address=desk@desk.example")) {
      queue(quiet);
      JdbcTemplate database = quiet.bean(JdbcTemplate.class);
      for (int kill = 1; kill <= KILLS; kill++) {
        int enough = MAILS * kill / (KILLS + 1);
        try (NodeProcess node = start(schema, server, "mail-" + kill)) {
          await("mails on their way", () -> server.accepted().size() >= enough);
          node.kill();
        }
      }
      try (NodeProcess node = start(schema, server, "mail-last")) {
        await("the rest sent", () -> unsent(database) == 0 && announced(database) == 0);
      }
      List<String> ids = server.messageIds();
      int twice = ids.size() - new HashSet<>(ids).size();
      System.out.printf(
          "%d mails, %d kills: %d lost, %d twice under the same Message-ID%n",
          MAILS, KILLS, MAILS - new HashSet<>(ids).size(), twice);
      assertThat(new HashSet<>(ids)).hasSize(MAILS);
      assertThat(twice).isLessThanOrEqualTo(KILLS * AT_A_TIME);
    } finally {
      schema.drop();
    }
  }

  private static void queue(Node node) {
    IncidentNumber number = node.desk().defaultReport().routed();
    Announcements announcements = node.bean(Announcements.class);
    for (int n = 0; n < MAILS; n++) {
      announcements.announce(
          number, NotificationEvent.UPDATE, "news-" + n, "News number " + n + ".");
    }
  }

  private static NodeProcess start(TestDatabase.Schema schema, UnreliableSmtp server, String name) {
    return NodeProcess.start(
        schema,
        name,
        "--baton.mail.address=desk@desk.example",
        "--baton.mail.smtp.host=127.0.0.1",
        "--baton.mail.smtp.port=" + server.port(),
        "--baton.mail.smtp.tls=none",
        "--baton.mail.smtp.per-second=50",
        "--camunda.bpm.job-execution.lock-time-in-millis=5000");
  }

  private static long unsent(JdbcTemplate database) {
    return database.queryForObject(
        "select count(*) from notification where status = 'QUEUED'", Long.class);
  }

  /** Announcements that nobody has turned into messages yet. */
  private static long announced(JdbcTemplate database) {
    return database.queryForObject(
        "select count(*) from announcement a where not exists"
            + " (select 1 from notification n where n.announcement_id = a.id)",
        Long.class);
  }

  private static void await(String what, BooleanSupplier reached) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
