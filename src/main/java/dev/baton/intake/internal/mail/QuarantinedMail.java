package dev.baton.intake.internal.mail;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails that could not be taken in, and what people decide about them. */
@Service
public class QuarantinedMail {

  private static final int SHOWN = 500;

  private final IncomingMails mails;
  private final MailFailures failures;
  private final JdbcTemplate jdbc;

  QuarantinedMail(IncomingMails mails, MailFailures failures, JdbcTemplate jdbc) {
    this.mails = mails;
    this.failures = failures;
    this.jdbc = jdbc;
  }

  /** What somebody needs to know who decides about it. */
  @Transactional(readOnly = true)
  public String description(long id) {
    String where =
        jdbc.queryForObject(
            "select concat('Mailbox ', box, ', UID ', uid, ', ', size, ' bytes.')"
                + " from incoming_mail where id = ?",
            String.class,
            id);
    List<String> head = MailHead.lines(mails.raw(id), List.of("from", "subject", "date"));
    String error = failures.of(id).error();
    return "%s\n%s\n\n%s".formatted(String.join("\n", head), where, shortened(error));
  }

  /** It is to be tried anew. */
  @Transactional
  public void release(long id) {
    failures.forgive(id);
    mails.state(id, IncomingMails.RECEIVED);
  }

  /** Nobody wants it; it stays stored. */
  @Transactional
  public void dismiss(long id) {
    mails.state(id, IncomingMails.DISMISSED);
  }

  private static String shortened(String error) {
    return error == null || error.length() <= SHOWN ? error : error.substring(0, SHOWN) + "…";
  }
}
