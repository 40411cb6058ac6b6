package dev.baton.incident.report;

import java.time.Instant;

/**
 * The flow of an incident has not started.
 *
 * @param since when it could not be started for the first time
 * @param nextTryAt when it is tried again by itself
 * @param message why, in words; null if it was never tried, since the node stopped before
 */
public record FlowStartFailure(
    String incident, int tries, Instant since, Instant nextTryAt, String message) {}
