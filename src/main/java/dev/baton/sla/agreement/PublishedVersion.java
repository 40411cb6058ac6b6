package dev.baton.sla.agreement;

import java.time.Instant;

/**
 * A published version of a calendar or an agreement.
 *
 * @param number counted from 1 within the name
 * @param publishedBy sign-in name
 */
public record PublishedVersion<D>(
    String name, int number, Instant publishedAt, String publishedBy, D definition) {}
