package dev.baton.intake.mail;

import dev.baton.engine.Flows;
import dev.baton.incident.file.ReceivedMails;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
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

  private final JdbcTemplate jdbc;
  private final Flows flows;
  private final Clock clock;

  IncomingMails(JdbcTemplate jdbc, Flows flows, Clock clock) {
    this.jdbc = jdbc;
    this.flows = flows;
    this.clock = clock;
  }

  /** A stored mail without its content. */
  record Stored(long id, String box, boolean isCut, String state, String messageKey) {}

  /** The outcome of a mail. */
  record Result(
      MailOutcome outcome,
      String sender,
      String subject,
      String incident,
      Long contactId,
      boolean isVerified) {}

  /**
   * Stores the mail and starts its flow, which takes it in after the commit. Does nothing if it is
   * already stored.
   *
   * @return whether it is new
   */
  @Transactional
  public boolean store(String box, long uidValidity, FetchedMail mail) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    int added =
        jdbc.update(
            connection -> {
              PreparedStatement insert =
                  connection.prepareStatement(
                      "insert ignore into incoming_mail (box, uid_validity, uid, message_key,"
                          + " sha256, size, is_cut, raw, state, received_at)"
                          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      Statement.RETURN_GENERATED_KEYS);
              insert.setString(1, box);
              insert.setLong(2, uidValidity);
              insert.setLong(3, mail.uid());
              insert.setString(
                  4,
                  MailHeaderPreview.messageId(mail.raw())
                      .map(MailHashes::ofMessageId)
                      .orElse(null));
              insert.setString(5, MailHashes.of(mail.raw()));
              insert.setLong(6, mail.size());
              insert.setBoolean(7, mail.isCut());
              insert.setBytes(8, mail.raw());
              insert.setString(9, RECEIVED);
              insert.setObject(10, clock.instant());
              return insert;
            },
            key);
    if (added == 0) {
      return false;
    }
    long id = key.getKey().longValue();
    flows.start(MAIL_RECEIVED, "mail-" + id, Map.of("mailId", id));
    return true;
  }

  /** Whether this mail of the box is stored. */
  boolean has(String box, long uidValidity, long uid) {
    return !jdbc.queryForList(
            "select id from incoming_mail where box = ? and uid_validity = ? and uid = ?",
            Long.class,
            box,
            uidValidity,
            uid)
        .isEmpty();
  }

  Stored get(long id) {
    return jdbc.queryForObject(
        "select id, box, is_cut, state, message_key from incoming_mail where id = ?",
        (row, at) ->
            new Stored(
                row.getLong(1),
                row.getString(2),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5)),
        id);
  }

  byte[] raw(long id) {
    return jdbc.queryForObject("select raw from incoming_mail where id = ?", byte[].class, id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<byte[]> rawOf(long contactId) {
    return jdbc
        .queryForList("select raw from incoming_mail where contact_id = ?", byte[].class, contactId)
        .stream()
        .findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Long> among(Collection<Long> contactIds) {
    if (contactIds.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        jdbc.queryForList(
            "select distinct contact_id from incoming_mail where contact_id in (%s)"
                .formatted("?, ".repeat(contactIds.size() - 1) + "?"),
            Long.class,
            contactIds.toArray()));
  }

  /** Whether one of these is stored but not yet taken in, although it arrived earlier. */
  boolean anyWaits(List<String> messageKeys, long before) {
    if (messageKeys.isEmpty()) {
      return false;
    }
    Object[] values = new Object[messageKeys.size() + 1];
    for (int i = 0; i < messageKeys.size(); i++) {
      values[i] = messageKeys.get(i);
    }
    values[messageKeys.size()] = before;
    return !jdbc.queryForList(
            "select id from incoming_mail where message_key in (%s) and id < ? and state = '%s'"
                .formatted("?, ".repeat(messageKeys.size() - 1) + "?", RECEIVED),
            Long.class,
            values)
        .isEmpty();
  }

  /**
   * Records the outcome of a mail that waits to be taken in.
   *
   * @throws IllegalStateException if it does not wait; the transaction is rolled back
   */
  void done(long id, Result result) {
    int changed =
        jdbc.update(
            "update incoming_mail set state = ?, outcome = ?, sender = ?, subject = ?,"
                + " incident = ?, contact_id = ?, sender_verified = ?, done_at = ?"
                + " where id = ? and state = ?",
            DONE,
            result.outcome().name(),
            result.sender(),
            result.subject(),
            result.incident(),
            result.contactId(),
            result.isVerified(),
            clock.instant(),
            id,
            RECEIVED);
    checkChanged(changed, id, RECEIVED);
  }

  /**
   * @throws IllegalStateException when it is not in the first of the states
   */
  void state(long id, String from, String to) {
    int changed =
        jdbc.update("update incoming_mail set state = ? where id = ? and state = ?", to, id, from);
    checkChanged(changed, id, from);
  }

  private static void checkChanged(int rows, long id, String expected) {
    if (rows != 1) {
      throw new IllegalStateException("The mail %d is not %s any more.".formatted(id, expected));
    }
  }

  /** Records that the contact, and with it any future reply, now belongs to the incident. */
  void belongsTo(long contactId, String incident) {
    jdbc.update("update incoming_mail set incident = ? where contact_id = ?", incident, contactId);
    jdbc.update(
        "update processed_message set incident = ? where mail_id in"
            + " (select id from incoming_mail where contact_id = ?)",
        incident,
        contactId);
  }

  Optional<String> senderOf(long contactId) {
    return jdbc
        .queryForList(
            "select sender from incoming_mail where contact_id = ?", String.class, contactId)
        .stream()
        .filter(sender -> sender != null)
        .findFirst();
  }
}
