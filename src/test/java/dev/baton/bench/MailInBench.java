package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast a full mailbox is stored, taken in, and worked on: {@code -Dbench.mails}, by default
 * 10,000, each a new incident of one of 2,000 requesters. The mail server is in the same process.
 */
@Tag("bench")
class MailInBench {

  private static final int MAILS = Integer.getInteger("bench.mails", 10_000);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  @Test
  void takesInAFullMailbox() throws Exception {
    int port = freePort();
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    GreenMailUser user = server.setUser("desk@bench.example", "desk", "secret");
    for (int i = 0; i < MAILS; i++) {
      user.deliver(GreenMailUtil.newMimeMessage(new ByteArrayInputStream(mail(i))));
    }
    try (BenchDesk desk = BenchDesk.open(settings(port))) {
      JdbcTemplate database = desk.bean(JdbcTemplate.class);
      server.start();
      waitFor(database, "select count(*) from incoming_mail");
      double storing = seconds(database, "min(received_at)", "max(received_at)");
      waitFor(database, "select count(*) from incoming_mail where outcome = 'OPENED'");
      double taking = seconds(database, "min(received_at)", "max(done_at)");
      long begun = System.nanoTime();
      waitFor(database, "select count(*) from incident where status <> 'RECEIVED'");
      double routing = taking + (System.nanoTime() - begun) / 1e9;
      report(storing, taking, routing);
      assertThat(
              database.queryForObject(
                  "select count(distinct incident) from incoming_mail", Long.class))
          .isEqualTo(MAILS);
    } finally {
      server.stop();
    }
  }

  private static void report(double storing, double taking, double routing) throws IOException {
    Map<String, Object> results = new TreeMap<>();
    results.put("mails", MAILS);
    results.put("1. fetched and stored, mails/s", MAILS / storing);
    results.put("2. taken in as incidents, mails/s", MAILS / taking);
    results.put("3. routed to a team, mails/s", MAILS / routing);
    System.out.println(results);
    Files.createDirectories(Path.of("target"));
    Files.writeString(
        Path.of("target", "bench-mail-in.json"),
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(results));
  }

  private static void waitFor(JdbcTemplate database, String count) {
    Awaitility.await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> database.queryForObject(count, Long.class) >= MAILS);
  }

  private static double seconds(JdbcTemplate database, String from, String to) {
    return database.queryForObject(
            "select timestampdiff(microsecond, %s, %s) from incoming_mail".formatted(from, to),
            Long.class)
        / 1e6;
  }

  private static List<String> settings(int port) {
    return List.of(
        "--baton.mail.address=desk@bench.example",
        "--baton.mail.from-one-sender=1000000",
        "--baton.mail.trust=SERVER",
        "--baton.mail.boxes[0].name=bench",
        "--baton.mail.boxes[0].host=127.0.0.1",
        "--baton.mail.boxes[0].port=" + port,
        "--baton.mail.boxes[0].user=desk",
        "--baton.mail.boxes[0].password=secret",
        "--baton.mail.boxes[0].tls=none",
        "--baton.mail.boxes[0].client=bench");
  }

  private static byte[] mail(int number) {
    return """
    From: Person %d <person%d@bench.example>
    To: desk@bench.example
    Subject: The printer %d is on fire
    Message-ID: <%d@bench.example>
    Date: Mon, 2 Nov 2026 09:00:00 +0100
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    It stopped this morning, and nobody has found out why. Could you look at it?

    --
    Person %d
    """
        .formatted(number % 2_000, number % 2_000, number, number, number % 2_000)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
