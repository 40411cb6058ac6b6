package dev.baton.intake.mail;

import dev.baton.retention.RetainedRecords;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails as they came, once a contact was made of them or somebody dismissed them. A mail whose
 * contact does not have all of it stays, and so does everything else that is known of a mail.
 */
@Component
@Order(1)
class OldRawMail implements RetainedRecords {

  private static final String OLD =
      """
      raw_removed_at is null and raw_needed = false and received_at < :before
        and state in (:states)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  OldRawMail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "receivedMail";
  }

  @Override
  public long count(Instant before) {
    return of("select count(*) from incoming_mail where " + OLD, before).query(Long.class).single();
  }

  @Override
  public int remove(Instant before, int most) {
    return of(
            "update incoming_mail set raw = '', raw_removed_at = :now where "
                + OLD
                + " order by received_at limit :most",
            before)
        .param("now", Timestamp.from(clock.instant()))
        .param("most", most)
        .update();
  }

  private JdbcClient.StatementSpec of(String sql, Instant before) {
    return jdbc.sql(sql)
        .param("before", Timestamp.from(before))
        .param("states", List.of(IncomingMails.DONE, IncomingMails.DISMISSED));
  }
}
