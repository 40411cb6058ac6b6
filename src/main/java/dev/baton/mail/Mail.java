package dev.baton.mail;

import java.time.Instant;
import java.util.List;

/**
 * A parsed mail. Values are never null unless noted.
 *
 * @param messageId in angle brackets; null if missing
 * @param inReplyTo Message-IDs in angle brackets, in header order
 * @param references Message-IDs in angle brackets, oldest first
 * @param from the sender; null if no header names one; the address is empty if there is only a name
 * @param sentAt null if there is no readable date
 * @param subject decoded, on one line; empty if missing
 * @param text the plain-text body, or the HTML body converted to text
 * @param html sanitized for display; null if the mail has no HTML body
 * @param reply the text without quoted text and signature; the whole text if nothing would remain
 * @param bounce null unless the mail is a bounce
 * @param loopMarks the values of {@code X-Baton-Loop} and {@code X-Loop}
 * @param defects what was malformed or could not be read, in words
 */
public record Mail(
    String messageId,
    List<String> inReplyTo,
    List<String> references,
    MailAddress from,
    List<MailAddress> replyTo,
    List<MailAddress> to,
    List<MailAddress> cc,
    String subject,
    Instant sentAt,
    String text,
    String html,
    String reply,
    List<MailAttachment> attachments,
    Automation automation,
    Bounce bounce,
    List<String> loopMarks,
    List<String> defects) {

  /** Whether an automatic answer is allowed: a person wrote it, and it is not our own mail. */
  public boolean mayBeAnswered() {
    return automation == Automation.NONE && bounce == null && loopMarks.isEmpty();
  }
}
