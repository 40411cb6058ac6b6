package dev.baton.intake.mail;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  MailboxLease(String box, JdbcClient jdbc, TransactionTemplate transaction) {
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
              jdbc.sql("insert ignore into mailbox (name, first_uid, last_uid) values (?, 0, 0)")
                  .param(box)
                  .update();
              return jdbc.sql(
                          """
                          update mailbox set holder = ?,
                            held_until = timestampadd(second, ?, utc_timestamp(3))
                          where name = ? and (holder = ? or holder is null
                            or held_until < utc_timestamp(3))
                          """)
                      .params(holder, LASTS.toSeconds(), box, holder)
                      .update()
                  == 1;
            }));
  }

  void release() {
    transaction.executeWithoutResult(
        begun ->
            jdbc.sql(
                    "update mailbox set holder = null, held_until = null"
                        + " where name = ? and holder = ?")
                .params(box, holder)
                .update());
  }

  /**
   * Returns the reading position and locks it until the end of the transaction, so that no other
   * node stores at the same time.
   *
   * @throws LeaseLost if another node has taken the mailbox over
   */
  MailboxPosition place() {
    return jdbc.sql(
            "select uid_validity, first_uid, last_uid from mailbox"
                + " where name = ? and holder = ? for update")
        .params(box, holder)
        .query(MailboxPosition.class)
        .optional()
        .orElseThrow(() -> new LeaseLost(box));
  }

  /** Records the reading position, in the transaction that stored the mails. */
  void moveTo(MailboxPosition place) {
    jdbc.sql("update mailbox set uid_validity = ?, first_uid = ?, last_uid = ? where name = ?")
        .params(place.uidValidity(), place.firstUid(), place.lastUid(), box)
        .update();
  }

  /** Records that the mailbox was just read to its end. */
  void wasRead() {
    transaction.executeWithoutResult(
        begun ->
            jdbc.sql("update mailbox set read_at = utc_timestamp(3), trouble = null where name = ?")
                .param(box)
                .update());
  }

  void hasTrouble(String words) {
    String trouble = words.length() > 500 ? words.substring(0, 500) : words;
    transaction.executeWithoutResult(
        begun ->
            jdbc.sql("update mailbox set trouble = ? where name = ?")
                .params(trouble, box)
                .update());
  }

  /** Another node now reads the mailbox. */
  static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(String box) {
      super("Another node has taken over the mailbox " + box);
    }
  }
}
