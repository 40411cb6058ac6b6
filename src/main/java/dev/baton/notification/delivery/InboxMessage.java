package dev.baton.notification.delivery;

import dev.baton.notification.NotificationEvent;
import java.time.Instant;

/**
 * A message in a person's inbox.
 *
 * @param contact id of the note that mentions the person; null for any other message
 * @param readAt null until the person has read it
 */
public record InboxMessage(
    long id,
    String incident,
    NotificationEvent event,
    Long contact,
    String subject,
    String text,
    Instant at,
    Instant readAt) {}
