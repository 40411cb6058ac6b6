package dev.baton.notification;

import java.time.Instant;

/** A message in somebody's inbox; {@code readAt} is null until it was read. */
public record InboxMessage(
    long id,
    String incident,
    Event event,
    String subject,
    String text,
    Instant at,
    Instant readAt) {}
