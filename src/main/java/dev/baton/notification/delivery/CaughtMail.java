package dev.baton.notification.delivery;

import java.time.Instant;

/** Mail that was not sent because there is no mail server; raw is empty in lists. */
public record CaughtMail(
    long id, long notification, Instant at, String recipient, String subject, byte[] raw) {}
