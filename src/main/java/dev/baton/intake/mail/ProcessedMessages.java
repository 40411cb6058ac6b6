package dev.baton.intake.mail;

import dev.baton.incident.IncidentNumber;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The Message-IDs taken in so far, each once, with the incident it belongs to. */
@Repository
class ProcessedMessages {

  private final JdbcTemplate jdbc;

  ProcessedMessages(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Claims the Message-ID for the mail. Waits for another transaction that is claiming it; returns
   * false if that one, or an earlier one, was committed.
   */
  boolean take(String key, long mail) {
    return jdbc.update(
            "insert ignore into processed_message (message_key, mail_id) values (?, ?)", key, mail)
        == 1;
  }

  void belongsTo(String key, IncidentNumber incident) {
    jdbc.update(
        "update processed_message set incident = ? where message_key = ?", incident.value(), key);
  }

  /** Whether a mail with this Message-ID from a verified sender was taken in. */
  boolean has(String messageId) {
    return !jdbc.queryForList(
            "select mail_id from processed_message where message_key = ?",
            Long.class,
            MailHashes.ofMessageId(messageId))
        .isEmpty();
  }

  Optional<IncidentNumber> incidentOf(String messageId) {
    return jdbc
        .queryForList(
            "select incident from processed_message where message_key in (?, ?)"
                + " and incident is not null order by message_key = ? desc",
            String.class,
            MailHashes.ofMessageId(messageId),
            MailHashes.ofUnverified(messageId),
            MailHashes.ofMessageId(messageId))
        .stream()
        .findFirst()
        .map(IncidentNumber::new);
  }
}
