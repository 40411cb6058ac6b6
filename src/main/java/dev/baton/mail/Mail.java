package dev.baton.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail as read. Nothing in it is null but what is said to be; what could not be read is in {@code
 * defects}, in words.
 *
 * @param messageId with brackets; null if the mail has none
 * @param inReplyTo Message-IDs with brackets, in the order of the header
 * @param references likewise, oldest first
 * @param from who wrote; null if no header names anybody; its address is empty where there is only
 *     a name
 * @param sentAt null if there is no readable date
 * @param subject decoded, on one line; empty if there is none
 * @param text the words: of the text part, else of the HTML; never null
 * @param html made safe to show; null if the mail has none
 * @param reply the text without quotation and signature; the whole text if nothing else is left
 * @param bounce null unless it is one
 * @param loopMarks the values of {@code X-Baton-Loop} and {@code X-Loop}
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

  /** Whether Baton may answer it by itself: a person wrote it and it is not our own come back. */
  public boolean mayBeAnswered() {
    return automation == Automation.NONE && bounce == null && loopMarks.isEmpty();
  }
}
