package dev.baton.sla.clock;

import java.time.Instant;

/**
 * A milestone that was reached.
 *
 * @param dueAt when it was due
 * @param recordedAt when it was recorded
 * @param toldWith the milestone announced instead, if several were reached at once
 */
public record MilestoneView(
    String milestone, int epoch, Instant dueAt, Instant recordedAt, String toldWith) {}
