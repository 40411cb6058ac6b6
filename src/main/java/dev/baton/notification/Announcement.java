package dev.baton.notification;

import java.time.Instant;

/** An announced event as it is stored. */
record Announcement(
    long id,
    String incident,
    Event event,
    String detail,
    Instant nextAt,
    String person,
    String reach,
    Instant at) {}
