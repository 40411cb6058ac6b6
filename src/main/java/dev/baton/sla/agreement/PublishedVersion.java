package dev.baton.sla.agreement;

import java.time.Instant;

/**
 * A calendar or an agreement as it was published.
 *
 * @param number counted from 1 within the name
 * @param publishedBy sign-in name
 */
public record PublishedVersion<D>(
    String name, int number, Instant publishedAt, String publishedBy, D definition) {}
