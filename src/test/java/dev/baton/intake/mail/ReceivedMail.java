package dev.baton.intake.mail;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts mails where a mailbox would, for tests of other rooms. */
public final class ReceivedMail {

  private static final AtomicLong UID = new AtomicLong();

  private ReceivedMail() {}

  /** Stores the mail; its job waits. Returns its id. */
  public static long store(IncomingMails mails, JdbcTemplate database, byte[] raw) {
    long uid = UID.incrementAndGet();
    mails.store("received", 1, new FetchedMail(uid, raw.length, false, raw));
    return database.queryForObject(
        "select id from incoming_mail where box = 'received' and uid = ?", Long.class, uid);
  }
}
