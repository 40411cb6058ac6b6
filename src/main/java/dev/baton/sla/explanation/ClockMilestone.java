package dev.baton.sla.explanation;

import java.time.Instant;

/**
 * A milestone of a clock that was reached, or will be if nothing happens.
 *
 * @param name such as {@code AT_RISK_75}
 * @param words such as {@code 75 % of the target is used}
 * @param at when it is or was to be reached
 * @param recordedAt when it was recorded; null if it lies in the future
 * @param toldWith the later milestone that was announced instead
 */
public record ClockMilestone(
    String name, String words, Instant at, Instant recordedAt, String toldWith, boolean expected) {}
