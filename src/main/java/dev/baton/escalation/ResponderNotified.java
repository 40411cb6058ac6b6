package dev.baton.escalation;

import dev.baton.incident.IncidentNumber;
import java.time.Instant;

/**
 * Somebody was told of an incident. Published within the transaction that recorded it, once for
 * each time that a person is told.
 *
 * @param round 1, and one more each time that the ladder begins again
 * @param since when the escalation began
 * @param reach how the ladder wants the person to be told besides the task; may be null
 */
public record ResponderNotified(
    long escalation,
    IncidentNumber incident,
    Trigger trigger,
    int rung,
    int round,
    Instant since,
    String person,
    Instant dueAt,
    String reach) {}
