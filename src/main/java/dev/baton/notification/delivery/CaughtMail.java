package dev.baton.notification.delivery;

import java.time.Instant;

/** A mail that was not sent because no mail server is configured; raw is empty in lists. */
public record CaughtMail(
    long id, long notification, Instant at, String recipient, String subject, byte[] raw) {}
