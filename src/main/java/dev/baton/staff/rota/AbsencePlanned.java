package dev.baton.staff.rota;

import java.time.Instant;

/**
 * An absence was entered or changed. Published within the transaction that stored it.
 *
 * @param until null while the end is unknown
 */
public record AbsencePlanned(long absence, String login, Instant from, Instant until) {}
