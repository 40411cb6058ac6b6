package dev.baton.sla;

import dev.baton.incident.IncidentNumber;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;

/**
 * An obligation has ended with a verdict: MET, BREACHED or STOPPED. Published in the transaction
 * that recorded it.
 */
public record ObligationConcluded(
    IncidentNumber incident, long obligationId, ObligationKind obligation, ClockState verdict) {}
