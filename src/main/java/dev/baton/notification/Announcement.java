package dev.baton.notification;

import java.time.Instant;

/**
 * An announced event as it is stored.
 *
 * @param epoch distinguishes several events of that kind on one incident
 */
public record Announcement(
    long id,
    String incident,
    NotificationEvent event,
    String epoch,
    String detail,
    Instant nextAt,
    String person,
    String reach,
    Instant at) {}
