package dev.baton.intake.mail;

import dev.baton.incident.IncidentNumber;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The Message-IDs taken in so far, each once, with the incident it belongs to. */
@Repository
class ProcessedMessages {

  private final JdbcClient jdbc;

  ProcessedMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Claims the Message-ID for the mail. Waits for another transaction that is claiming it; returns
   * false if that one, or an earlier one, was committed.
   */
  boolean take(String key, long mail) {
    return jdbc.sql("insert ignore into processed_message (message_key, mail_id) values (?, ?)")
            .params(key, mail)
            .update()
        == 1;
  }

  void belongsTo(String key, IncidentNumber incident) {
    jdbc.sql("update processed_message set incident = ? where message_key = ?")
        .params(incident.value(), key)
        .update();
  }

  /** Whether a mail with this Message-ID from a verified sender was taken in. */
  boolean has(String messageId) {
    return jdbc.sql("select mail_id from processed_message where message_key = ?")
        .param(MailHashes.ofMessageId(messageId))
        .query(Long.class)
        .optional()
        .isPresent();
  }

  Optional<IncidentNumber> incidentOf(String messageId) {
    return jdbc.sql(
            "select incident from processed_message where message_key in (:key, :unverified)"
                + " and incident is not null order by message_key = :key desc limit 1")
        .param("key", MailHashes.ofMessageId(messageId))
        .param("unverified", MailHashes.ofUnverified(messageId))
        .query(String.class)
        .optional()
        .map(IncidentNumber::new);
  }
}
