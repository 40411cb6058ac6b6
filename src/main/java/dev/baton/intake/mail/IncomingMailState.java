package dev.baton.intake.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The state of incoming mail, read from the database so that all nodes agree: each mailbox, and the
 * gauges {@code baton.mail.in.lag} in seconds, {@code baton.mail.in.waiting} and {@code
 * baton.mail.in.quarantined}.
 */
@Component
class IncomingMailState {

  private final JdbcClient jdbc;
  private final Clock clock;

  IncomingMailState(JdbcClient jdbc, Clock clock, MeterRegistry metrics) {
    this.jdbc = jdbc;
    this.clock = clock;
    Gauge.builder("baton.mail.in.lag", () -> lag().toMillis() / 1_000.0)
        .description("How long the oldest stored mail has waited to be taken in")
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder("baton.mail.in.waiting", () -> count(IncomingMails.RECEIVED))
        .description("Stored mails that are not taken in yet")
        .register(metrics);
    Gauge.builder("baton.mail.in.quarantined", () -> count(IncomingMails.QUARANTINED))
        .description("Emails that could not be processed and need attention")
        .register(metrics);
  }

  /**
   * The state of a mailbox.
   *
   * @param readSecondsAgo null if it was never read
   * @param trouble what keeps it from being read; null if nothing does
   */
  record BoxState(String name, Long readSecondsAgo, String trouble) {}

  List<BoxState> boxes() {
    return jdbc.sql(
            """
            select name, timestampdiff(second, read_at, utc_timestamp(3)) read_seconds_ago, trouble
            from mailbox order by name
            """)
        .query(BoxState.class)
        .list();
  }

  /** The age of the oldest mail that is not yet taken in; or zero. */
  Duration lag() {
    return jdbc.sql("select min(received_at) from incoming_mail where state = ?")
        .param(IncomingMails.RECEIVED)
        .query(Instant.class)
        .optional()
        .map(oldest -> Duration.between(oldest, clock.instant()))
        .orElse(Duration.ZERO);
  }

  private double count(String state) {
    return jdbc.sql("select count(*) from incoming_mail where state = ?")
        .param(state)
        .query(Long.class)
        .single();
  }
}
