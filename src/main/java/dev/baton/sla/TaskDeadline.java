package dev.baton.sla;

import java.time.Instant;

/**
 * What a task's card shows of the clocks behind it.
 *
 * @param dueAt the earliest instant at which a running clock is due; null when none is
 * @param breaksAt the earliest of those that are not past due yet; null when there is none
 * @param pressure how much more urgent than its priority alone: 0 in time, 5 at risk, 10 past due
 */
public record TaskDeadline(Instant dueAt, Instant breaksAt, int pressure) {}
