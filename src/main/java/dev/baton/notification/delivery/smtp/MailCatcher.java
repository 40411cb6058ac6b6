package dev.baton.notification.delivery.smtp;

import dev.baton.notification.delivery.OutgoingMessage;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores mail as it would have been sent if no mail server is configured. */
@Component
class MailCatcher {

  private static final int LONGEST_SUBJECT = 300;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailCatcher(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  void keep(OutgoingMessage outgoing, byte[] raw) {
    String subject = outgoing.content().subject();
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "insert into caught_mail (notification_id, at, recipient, subject, raw)"
                    + " values (nullif(?, 0), ?, ?, ?, ?)",
                outgoing.notification(),
                clock.instant(),
                outgoing.address(),
                subject.length() <= LONGEST_SUBJECT
                    ? subject
                    : subject.substring(0, LONGEST_SUBJECT - 1) + "…",
                raw));
  }
}
