package dev.baton.sla.clock;

import dev.baton.incident.HoldReason;
import dev.baton.sla.agreement.Terms;
import java.time.Instant;

/**
 * A period in the life of a clock during which its state did not change.
 *
 * @param to exclusive
 * @param hold the reason, if the clock is on hold
 * @param cause the event that began it; null at the opening
 * @param actor who caused it
 * @param terms what was promised during it
 */
public record ClockSegment(
    Instant from,
    Instant to,
    ClockState state,
    HoldReason hold,
    ClockEvent.Type cause,
    String actor,
    Terms terms) {}
