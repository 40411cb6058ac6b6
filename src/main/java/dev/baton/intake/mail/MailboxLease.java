package dev.baton.intake.mail;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The lease for reading a mailbox, which one node holds at a time. Uses only the database's clock,
 * since the nodes' clocks may differ.
 */
final class MailboxLease {

  /** How long a lease lasts without renewal; after that, a dead node's mailbox is free. */
  static final Duration LASTS = Duration.ofSeconds(20);

  private final String box;
  private final String holder = UUID.randomUUID().toString();
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  MailboxLease(String box, JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.box = box;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** The reading position of the mailbox. */
  record MailboxPosition(Long uidValidity, long firstUid, long lastUid) {}

  /** Takes or renews the lease; returns false while another node has it. */
  boolean hold() {
    return Boolean.TRUE.equals(
        transaction.execute(
            begun -> {
              jdbc.update(
                  "insert ignore into mailbox (name, first_uid, last_uid) values (?, 0, 0)", box);
              return jdbc.update(
                      "update mailbox set holder = ?,"
                          + " held_until = timestampadd(second, ?, utc_timestamp(3))"
                          + " where name = ? and (holder = ? or holder is null"
                          + " or held_until < utc_timestamp(3))",
                      holder,
                      LASTS.toSeconds(),
                      box,
                      holder)
                  == 1;
            }));
  }

  void release() {
    transaction.executeWithoutResult(
        begun ->
            jdbc.update(
                "update mailbox set holder = null, held_until = null"
                    + " where name = ? and holder = ?",
                box,
                holder));
  }

  /**
   * Returns the reading position and locks it until the end of the transaction, so that no other
   * node stores at the same time.
   *
   * @throws LeaseLost if another node has taken the mailbox over
   */
  MailboxPosition place() {
    return jdbc
        .query(
            "select uid_validity, first_uid, last_uid from mailbox"
                + " where name = ? and holder = ? for update",
            (row, at) ->
                new MailboxPosition(row.getObject(1, Long.class), row.getLong(2), row.getLong(3)),
            box,
            holder)
        .stream()
        .findFirst()
        .orElseThrow(() -> new LeaseLost(box));
  }

  /** Records the reading position, in the transaction that stored the mails. */
  void moveTo(MailboxPosition place) {
    jdbc.update(
        "update mailbox set uid_validity = ?, first_uid = ?, last_uid = ? where name = ?",
        place.uidValidity(),
        place.firstUid(),
        place.lastUid(),
        box);
  }

  /** Records that the mailbox was just read to its end. */
  void wasRead() {
    transaction.executeWithoutResult(
        begun ->
            jdbc.update(
                "update mailbox set read_at = utc_timestamp(3), trouble = null where name = ?",
                box));
  }

  void hasTrouble(String words) {
    String trouble = words.length() > 500 ? words.substring(0, 500) : words;
    transaction.executeWithoutResult(
        begun -> jdbc.update("update mailbox set trouble = ? where name = ?", trouble, box));
  }

  /** Another node now reads the mailbox. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(String box) {
      super("Another node has taken over the mailbox " + box);
    }
  }
}
