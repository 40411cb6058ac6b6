package dev.baton.incident.report;

import dev.baton.incident.Dismissal;
import java.time.Instant;

/**
 * What somebody made of a contact in triage.
 *
 * @param state LINKED, OPENED or DISMISSED
 * @param dismissal why it was dismissed; null if nobody said so, or if it was not
 */
public record TriageDecision(
    String state, String decidedBy, Instant decidedAt, Dismissal dismissal, String note) {}
