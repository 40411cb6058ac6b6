package dev.baton.intake.mail;

import dev.baton.engine.Flows;
import dev.baton.incident.file.MailRemoved;
import dev.baton.incident.file.ReceivedMails;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored mails and the outcome of each. */
@Repository
public class IncomingMails implements ReceivedMails {

  static final String RECEIVED = "RECEIVED";
  static final String DONE = "DONE";
  static final String QUARANTINED = "QUARANTINED";
  static final String DISMISSED = "DISMISSED";

  private static final String MAIL_RECEIVED = "mailReceived";

  private final JdbcClient jdbc;
  private final Flows flows;
  private final Clock clock;

  IncomingMails(JdbcClient jdbc, Flows flows, Clock clock) {
    this.jdbc = jdbc;
    this.flows = flows;
    this.clock = clock;
  }

  /** A stored mail without its content. */
  record Stored(long id, String box, boolean isCut, String state, String messageKey) {}

  /**
   * The outcome of a mail.
   *
   * @param needsRaw whether the mail has more than its contact, so that it stays as it came
   */
  record Result(
      MailOutcome outcome,
      String sender,
      String subject,
      String incident,
      Long contactId,
      boolean isVerified,
      boolean needsRaw) {}

  /**
   * Stores the mail and starts its flow, which takes it in after the commit. Does nothing if it is
   * already stored.
   *
   * @return whether it is new
   */
  @Transactional
  public boolean store(String box, long uidValidity, FetchedMail mail) {
    Optional<Long> stored =
        jdbc.sql(
                """
                insert ignore into incoming_mail (box, uid_validity, uid, message_key, sha256, size,
                  is_cut, raw, state, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .params(
                box,
                uidValidity,
                mail.uid(),
                MailHeaderPreview.messageId(mail.raw()).map(MailHashes::ofMessageId).orElse(null),
                MailHashes.of(mail.raw()),
                mail.size(),
                mail.isCut(),
                mail.raw(),
                RECEIVED,
                clock.instant())
            .query(Long.class)
            .optional();
    stored.ifPresent(id -> flows.start(MAIL_RECEIVED, businessKey(id), Map.of("mailId", id)));
    return stored.isPresent();
  }

  /** Of the flow that takes the mail in. */
  static String businessKey(long id) {
    return "mail-" + id;
  }

  /** Whether this mail of the box is stored. */
  boolean has(String box, long uidValidity, long uid) {
    return jdbc.sql("select id from incoming_mail where box = ? and uid_validity = ? and uid = ?")
        .params(box, uidValidity, uid)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  Stored get(long id) {
    return jdbc.sql("select id, box, is_cut, state, message_key from incoming_mail where id = ?")
        .param(id)
        .query(Stored.class)
        .single();
  }

  /** When a mail with this Message-ID was stored first. */
  @Transactional(readOnly = true)
  public Optional<Instant> arrivalOf(String messageId) {
    return jdbc.sql("select min(received_at) from incoming_mail where message_key = ?")
        .param(MailHashes.ofMessageId(messageId))
        .query(Instant.class)
        .optional();
  }

  byte[] raw(long id) {
    return jdbc.sql("select raw from incoming_mail where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<byte[]> rawOf(long contactId) {
    return jdbc.sql(
            "select raw, raw_removed_at is not null is_removed from incoming_mail"
                + " where contact_id = ? limit 1")
        .param(contactId)
        .query(
            (row, at) -> {
              if (row.getBoolean("is_removed")) {
                throw new MailRemoved();
              }
              return row.getBytes("raw");
            })
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Long> among(Collection<Long> contactIds) {
    if (contactIds.isEmpty()) {
      return Set.of();
    }
    return jdbc.sql(
            "select distinct contact_id from incoming_mail"
                + " where contact_id in (:contacts) and raw_removed_at is null")
        .param("contacts", contactIds)
        .query(Long.class)
        .set();
  }

  /** Whether one of these is stored but not yet taken in, although it arrived earlier. */
  boolean anyWaits(List<String> messageKeys, long before) {
    return !messageKeys.isEmpty()
        && jdbc.sql(
                """
                select exists (select 1 from incoming_mail
                  where message_key in (:keys) and id < :before and state = :state)
                """)
            .param("keys", messageKeys)
            .param("before", before)
            .param("state", RECEIVED)
            .query(Boolean.class)
            .single();
  }

  /**
   * Records the outcome of a mail that waits to be taken in.
   *
   * @throws IllegalStateException if it does not wait; the transaction is rolled back
   */
  void done(long id, Result result) {
    int changed =
        jdbc.sql(
                """
                update incoming_mail set state = ?, outcome = ?, sender = ?, subject = ?,
                  incident = ?, contact_id = ?, sender_verified = ?, raw_needed = ?,
                  done_at = ?
                where id = ? and state = ?
                """)
            .params(DONE, result.outcome().name(), result.sender(), result.subject())
            .params(result.incident(), result.contactId(), result.isVerified(), result.needsRaw())
            .params(clock.instant(), id, RECEIVED)
            .update();
    checkChanged(changed, id, RECEIVED);
  }

  /**
   * @throws IllegalStateException when it is not in the first of the states
   */
  void state(long id, String from, String to) {
    int changed =
        jdbc.sql("update incoming_mail set state = ? where id = ? and state = ?")
            .params(to, id, from)
            .update();
    checkChanged(changed, id, from);
  }

  private static void checkChanged(int rows, long id, String expected) {
    if (rows != 1) {
      throw new IllegalStateException("The mail %d is not %s any more.".formatted(id, expected));
    }
  }

  /** Records that the contact, and with it any future reply, now belongs to the incident. */
  void belongsTo(long contactId, String incident) {
    jdbc.sql("update incoming_mail set incident = ? where contact_id = ?")
        .params(incident, contactId)
        .update();
    jdbc.sql(
            "update processed_message set incident = ? where mail_id in"
                + " (select id from incoming_mail where contact_id = ?)")
        .params(incident, contactId)
        .update();
  }

  Optional<String> senderOf(long contactId) {
    return jdbc.sql(
            "select sender from incoming_mail where contact_id = ? and sender is not null limit 1")
        .param(contactId)
        .query(String.class)
        .optional();
  }
}
