package dev.baton.incident;

import java.time.Instant;

/**
 * What a person holds of a team's open work, or what waits in its queue.
 *
 * @param assignee null: the queue
 * @param oldest when the oldest of it was opened, those on hold left out; null: none
 */
public record WorkShare(
    String team, String assignee, long assigned, long inProgress, long onHold, Instant oldest) {}
