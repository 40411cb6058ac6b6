package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.announcement.Announcements;
import dev.baton.support.UnreliableSmtp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A full outbox sent over real sockets; the mail server, which only listens, shares the machine.
 * {@code -Dbench.notifications} (50,000).
 */
@Tag("bench")
class MailOutBench {

  private static final int NOTIFICATIONS = Integer.getInteger("bench.notifications", 50_000);
  private static final int INCIDENTS = 500;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Map<String, Object> results = new LinkedHashMap<>();

  @AfterEach
  void tell() throws IOException {
    System.out.println();
    results.forEach((what, value) -> System.out.printf("%-34s %s%n", what, value));
    Path folder = Path.of("target", "bench");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("mail-out.txt"), results + "\n");
  }

  @Test
  void aFullOutboxIsSent() throws Exception {
    try (UnreliableSmtp server = new UnreliableSmtp();
        BenchDesk desk =
            BenchDesk.open(
                List.of(
                    "--baton.mail.address=desk@bench.example",
                    "--baton.mail.smtp.host=127.0.0.1",
                    "--baton.mail.smtp.port=" + server.port(),
                    "--baton.mail.smtp.tls=none",
                    "--baton.mail.smtp.per-second=0"))) {
      JdbcTemplate jdbc = desk.bean(JdbcTemplate.class);
      List<IncidentNumber> incidents = desk.reported(INCIDENTS);
      BenchDesk.await(
          "all incidents at rest",
          () -> count(jdbc, "ACT_RU_JOB", "TYPE_ = 'message'") == 0,
          LONGEST);
      JobExecutor executor =
          ((ProcessEngineConfigurationImpl)
                  desk.bean(ProcessEngine.class).getProcessEngineConfiguration())
              .getJobExecutor();
      executor.shutdown();
      long before = server.accepted().size();
      announce(desk, incidents);
      Instant begun = Instant.now();
      executor.start();
      BenchDesk.await(
          "everything sent", () -> server.accepted().size() - before >= NOTIFICATIONS, LONGEST);
      results.put("notifications sent, a second", rate(NOTIFICATIONS, begun));
      BenchDesk.await(
          "everything recorded",
          () -> count(jdbc, "notification", "status = 'QUEUED'") == 0,
          LONGEST);
      assertThat(server.messageIds()).doesNotHaveDuplicates();
    }
  }

  private void announce(BenchDesk desk, List<IncidentNumber> incidents) {
    Announcements announcements = desk.bean(Announcements.class);
    AtomicInteger left = new AtomicInteger(NOTIFICATIONS);
    Instant begun = Instant.now();
    Load.run(
        4,
        () -> {
          for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
            announcements.announce(
                incidents.get(n % INCIDENTS),
                NotificationEvent.UPDATE,
                "bench-" + n,
                "News number " + n + ".");
          }
          return null;
        });
    results.put("events announced, a second", rate(NOTIFICATIONS, begun));
  }

  private static String rate(int count, Instant since) {
    double seconds = Duration.between(since, Instant.now()).toMillis() / 1_000.0;
    return String.format(Locale.ROOT, "%.1f (%d in %.1f s)", count / seconds, count, seconds);
  }

  private static long count(JdbcTemplate jdbc, String table, String where) {
    return jdbc.queryForObject("select count(*) from " + table + " where " + where, Long.class);
  }
}
