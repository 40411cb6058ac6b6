package dev.baton.sla;

import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import java.time.Instant;

/**
 * The state of one promise on an incident.
 *
 * @param dueAt null while the clock is waiting, or paused before its deadline
 * @param breachedAt when it became late; null if it did not
 */
public record ObligationView(
    long id,
    String incident,
    ObligationKind kind,
    ClockState state,
    Instant dueAt,
    Instant breachedAt,
    Instant metAt) {}
