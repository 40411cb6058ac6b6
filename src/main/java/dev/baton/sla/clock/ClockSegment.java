package dev.baton.sla.clock;

import dev.baton.incident.HoldReason;
import dev.baton.sla.agreement.Terms;
import java.time.Instant;

/**
 * A stretch of a clock's life in one state.
 *
 * @param to exclusive
 * @param hold the reason, where it is on hold
 * @param cause the event that began it; null at the opening
 * @param actor who caused it
 * @param terms what was promised meanwhile
 */
public record ClockSegment(
    Instant from,
    Instant to,
    ClockState state,
    HoldReason hold,
    ClockEvent.Type cause,
    String actor,
    Terms terms) {}
