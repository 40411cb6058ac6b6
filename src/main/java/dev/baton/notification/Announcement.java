package dev.baton.notification;

import java.time.Instant;

/**
 * An announced event as it is stored.
 *
 * @param epoch distinguishes several events of that kind on one incident
 * @param author sign-in name of the person who wrote the detail; null if no person did
 * @param joined another event that the same message tells; null for none
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
    Instant at,
    String author,
    NotificationEvent joined) {}
