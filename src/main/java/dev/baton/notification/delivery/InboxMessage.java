package dev.baton.notification.delivery;

import dev.baton.notification.NotificationEvent;
import java.time.Instant;

/** A message in somebody's inbox; {@code readAt} is null until it was read. */
public record InboxMessage(
    long id,
    String incident,
    NotificationEvent event,
    String subject,
    String text,
    Instant at,
    Instant readAt) {}
