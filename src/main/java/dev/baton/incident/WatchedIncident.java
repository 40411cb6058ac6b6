package dev.baton.incident;

import java.time.Instant;

/**
 * An open incident on which somebody should be working.
 *
 * @param tier of the client
 * @param lastProgress when something last moved: a step of the work, or a message of the desk
 */
public record WatchedIncident(
    IncidentNumber number,
    String tier,
    Priority priority,
    String team,
    Instant lastProgress,
    int reassignments) {}
