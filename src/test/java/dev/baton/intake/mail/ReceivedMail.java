package dev.baton.intake.mail;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts mails where a mailbox would, for tests of other rooms. */
public final class ReceivedMail {

  private static final AtomicLong UID = new AtomicLong();

  private ReceivedMail() {}

  /** Stores the mail; its job waits. Returns its id. */
  public static long store(IncomingMails mails, JdbcTemplate database, byte[] raw) {
    return store(mails, database, raw, false);
  }

  /** Stores the head of a mail that is too large to be fetched as a whole. */
  public static long storeHead(IncomingMails mails, JdbcTemplate database, byte[] raw) {
    return store(mails, database, raw, true);
  }

  private static long store(IncomingMails mails, JdbcTemplate database, byte[] raw, boolean isCut) {
    long uid = UID.incrementAndGet();
    mails.store("received", 1, new FetchedMail(uid, isCut ? 900_000_000 : raw.length, isCut, raw));
    return database.queryForObject(
        "select id from incoming_mail where box = 'received' and uid = ?", Long.class, uid);
  }
}
