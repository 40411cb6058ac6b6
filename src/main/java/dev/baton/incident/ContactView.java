package dev.baton.incident;

import java.time.Instant;

/** A logged contact; incident and client may be null. */
public record ContactView(
    long id,
    String incident,
    ContactKind kind,
    String client,
    Direction direction,
    Channel channel,
    String from,
    String subject,
    String body,
    Visibility visibility,
    String loggedBy,
    Instant at) {}
