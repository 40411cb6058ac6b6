package dev.baton.sla.clock;

import java.time.Instant;

/**
 * A milestone that was reached.
 *
 * @param dueAt when it was to be reached
 * @param recordedAt when it was recorded
 * @param toldWith the later milestone that was told instead, when both were reached at once
 */
public record MilestoneView(
    String milestone, int epoch, Instant dueAt, Instant recordedAt, String toldWith) {}
