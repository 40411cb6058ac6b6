package dev.baton.notification.delivery;

import dev.baton.notification.NotificationEvent;
import dev.baton.notification.template.RenderedMessage;
import java.util.List;

/**
 * One message on its way to one recipient.
 *
 * @param notification id of its row in the outbox, the same at each attempt; 0 if it has none
 * @param incident null if it is about none
 * @param event null if it is about none
 * @param address the destination: a mail address, a URL, a sign-in name
 * @param recipientName null if unknown
 * @param messageId the mail's Message-ID with brackets; the same at each attempt
 * @param threadId Message-ID that all mail about the incident refers to; null if there is none
 * @param files the attachments of a mail
 */
public record OutgoingMessage(
    long notification,
    String incident,
    NotificationEvent event,
    String address,
    String recipientName,
    String messageId,
    String threadId,
    RenderedMessage content,
    List<File> files) {

  /**
   * An attached file.
   *
   * @param type the media type that its sender declared
   */
  public record File(String name, String type, byte[] content) {}
}
