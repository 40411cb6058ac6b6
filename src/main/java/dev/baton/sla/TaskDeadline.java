package dev.baton.sla;

import java.time.Instant;

/**
 * The deadline that a task shows, from the clocks of its incident.
 *
 * @param dueAt the earliest deadline of a running clock; null if there is none
 * @param breaksAt the earliest deadline that has not passed yet; null if there is none
 * @param pressure what to add to the task's priority: 0 in time, 5 at risk, 10 past due
 */
public record TaskDeadline(Instant dueAt, Instant breaksAt, int pressure) {}
