package dev.baton.intake.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails that could not be taken in, and what people decide about them. */
@Service
public class QuarantinedMail {

  private static final int SHOWN = 500;
  private static final String NOTHING = "–";

  private final IncomingMails mails;
  private final MailFailures failures;
  private final JdbcClient jdbc;

  QuarantinedMail(IncomingMails mails, MailFailures failures, JdbcClient jdbc) {
    this.mails = mails;
    this.failures = failures;
    this.jdbc = jdbc;
  }

  /**
   * What a person needs to decide about it.
   *
   * @param sender the raw header value; a dash if missing
   * @param subject likewise
   * @param trouble why it cannot be taken in, on one line
   * @param description all of it, and which mail of which mailbox it is
   */
  public record Shown(String sender, String subject, String trouble, String description) {}

  @Transactional(readOnly = true)
  public Shown shown(long id) {
    String where =
        jdbc.sql(
                "select concat('Mailbox ', box, ', UID ', uid, ', ', size, ' bytes.')"
                    + " from incoming_mail where id = ?")
            .param(id)
            .query(String.class)
            .single();
    byte[] raw = mails.raw(id);
    String error = shortened(failures.of(id).error());
    return new Shown(
        field(raw, "from"),
        field(raw, "subject"),
        error == null ? NOTHING : error.replaceAll("\\s+", " "),
        "%s\n%s\n\n%s"
            .formatted(
                MailHeaderPreview.lines(raw, List.of("from", "subject", "date")).stream()
                    .map(QuarantinedMail::readable)
                    .collect(Collectors.joining("\n")),
                where,
                error));
  }

  /** The decoded value of a field of the head; a dash if missing. */
  static String field(byte[] raw, String name) {
    return MailHeaderPreview.lines(raw, List.of(name)).stream()
        .findFirst()
        .map(line -> readable(line.substring(name.length() + 1).strip()))
        .filter(text -> !text.isEmpty())
        .orElse(NOTHING);
  }

  /** Decodes encoded words and UTF-8; returns the raw text if that fails. */
  private static String readable(String text) {
    try {
      String decoded = new String(text.getBytes(ISO_8859_1), UTF_8);
      return MimeUtility.decodeText(decoded.indexOf('\uFFFD') < 0 ? decoded : text);
    } catch (UnsupportedEncodingException unknown) {
      return text;
    }
  }

  /** Schedules the mail to be tried again. */
  @Transactional
  public void release(long id) {
    failures.forgive(id);
    mails.state(id, IncomingMails.QUARANTINED, IncomingMails.RECEIVED);
  }

  /** Dismisses the mail; it stays stored. */
  @Transactional
  public void dismiss(long id) {
    mails.state(id, IncomingMails.QUARANTINED, IncomingMails.DISMISSED);
  }

  private static String shortened(String error) {
    return error == null || error.length() <= SHOWN ? error : error.substring(0, SHOWN) + "…";
  }
}
