package dev.baton.engine;

import java.time.Instant;

/**
 * A user task that waits for somebody.
 *
 * @param dueAt null if it is not due at any time
 */
public record OpenTask(OfferedTask offered, Instant createdAt, Instant dueAt) {}
