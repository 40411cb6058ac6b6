package dev.baton.sla;

import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import java.time.Instant;

/**
 * How one promise on an incident stands.
 *
 * @param dueAt null while the clock waits or pauses in time
 * @param breachedAt when it was too late; null when it was or is in time
 */
public record ObligationView(
    long id,
    String incident,
    ObligationKind kind,
    ClockState state,
    Instant dueAt,
    Instant breachedAt,
    Instant metAt) {}
