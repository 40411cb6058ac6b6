package dev.baton.notification.delivery;

import dev.baton.notification.NotificationEvent;
import java.time.Instant;

/** A message in a person's inbox; {@code readAt} is null until the person has read it. */
public record InboxMessage(
    long id,
    String incident,
    NotificationEvent event,
    String subject,
    String text,
    Instant at,
    Instant readAt) {}
