package dev.baton.notification.delivery;

import dev.baton.notification.NotificationEvent;
import dev.baton.notification.template.RenderedMessage;
import java.util.List;

/**
 * One message on its way to one recipient.
 *
 * @param notification id of its row in the outbox; the same at each try
 * @param address where it goes: a mail address, a URL, a sign-in name
 * @param recipientName null if nobody knows it
 * @param messageId the mail's Message-ID with brackets; the same at each try
 * @param threadId Message-ID that all mail about the incident refers to
 * @param files what goes along with a mail
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
   * A file as it was given.
   *
   * @param type what its sender says it is
   */
  public record File(String name, String type, byte[] content) {}
}
