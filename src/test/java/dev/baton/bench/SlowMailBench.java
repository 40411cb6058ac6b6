package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.TimerProbe;
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
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How late urgent timers are while a mail server takes five seconds for each message and more wait
 * than it can take, against the same timers with nothing to send. {@code -Dbench.timers} (60) for
 * each, one every half second.
 */
@Tag("bench")
class SlowMailBench {

  private static final int TIMERS = Integer.getInteger("bench.timers", 60);
  private static final int INCIDENTS = 20;
  private static final int NOTIFICATIONS = 200;
  private static final int P1_CLOCK = 60;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Map<String, Object> results = new LinkedHashMap<>();

  @AfterEach
  void tell() throws IOException {
    System.out.println();
    results.forEach((what, value) -> System.out.printf("%-34s %s%n", what, value));
    Path folder = Path.of("target", "bench");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("slow-mail.txt"), results + "\n");
  }

  @Test
  void aMailServerThatTakesFiveSecondsForEachMessageMakesNoTimerLate() throws Exception {
    try (UnreliableSmtp server = new UnreliableSmtp();
        BenchDesk desk = open(server)) {
      TimerProbe probe = desk.bean(TimerProbe.class);
      List<IncidentNumber> incidents = desk.reported(INCIDENTS);
      BenchDesk.await("the receipts sent", () -> server.accepted().size() >= INCIDENTS, LONGEST);
      lateness(probe, "warm");
      QuietMachine.await();
      Lateness without = lateness(probe, "nothing to send");

      server.be(UnreliableSmtp.Mood.SLOW);
      int before = server.accepted().size();
      for (int n = 0; n < NOTIFICATIONS; n++) {
        desk.bean(Announcements.class)
            .announce(
                incidents.get(n % INCIDENTS),
                NotificationEvent.UPDATE,
                "slow-" + n,
                "News " + n + ".");
      }
      BenchDesk.await("a slow message", () -> server.accepted().size() > before, LONGEST);
      Lateness with = lateness(probe, "server of 5 s per message");
      int sent = server.accepted().size() - before;
      results.put("messages sent meanwhile", sent + " of " + NOTIFICATIONS);

      assertThat(sent).as("more wait than it can take").isLessThan(NOTIFICATIONS);
      assertThat(with.early() + without.early()).isZero();
      assertThat(with.p99()).isLessThanOrEqualTo(100);
    }
  }

  private static BenchDesk open(UnreliableSmtp server) {
    return BenchDesk.open(
        List.of(
            "--baton.mail.address=desk@bench.example",
            "--baton.mail.smtp.host=127.0.0.1",
            "--baton.mail.smtp.port=" + server.port(),
            "--baton.mail.smtp.tls=none",
            "--baton.mail.smtp.per-second=0"),
        TimerProbe.InApplication.class);
  }

  private Lateness lateness(TimerProbe probe, String what) {
    probe.ready();
    for (int n = 0; n < TIMERS; n++) {
      probe.set(what, Instant.now().plusMillis(1_000), P1_CLOCK);
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
    BenchDesk.await("all timers fired", () -> probe.firings().size() >= TIMERS, LONGEST);
    Lateness lateness =
        Lateness.of(
            probe.firings().stream().mapToDouble(firing -> firing.lateness().toNanos() / 1e6));
    results.put(what, lateness);
    return lateness;
  }
}
