package dev.baton.incident.search;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Priority;
import java.time.Instant;

/**
 * An open incident on which somebody should be working.
 *
 * @param tier of the client
 * @param lastProgress when something last moved: a step of the work, or a message of the desk
 */
public record IdleIncident(
    IncidentNumber number,
    String tier,
    Priority priority,
    String team,
    Instant lastProgress,
    int reassignments) {}
