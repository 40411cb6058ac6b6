package dev.baton.audit;

import java.time.Instant;

/**
 * What is looked for in the trail; null means any.
 *
 * @param from the first instant
 * @param to the first instant no longer
 * @param actor sign-in name
 * @param subject what it was done to, in full
 * @param text part of the subject or the words
 */
public record AuditQuery(
    Instant from, Instant to, AuditKind kind, String actor, String subject, String text) {}
