package dev.baton.sla;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.Milestone;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockEvent;
import java.time.Instant;

/**
 * A clock reached a milestone. Published within the transaction that recorded it, once for each
 * (obligation, milestone, epoch); of several reached at once only the last is told.
 *
 * @param cause {@code RETARGETED} when a change of the promise made it late, otherwise null
 */
public record MilestoneReached(
    IncidentNumber incident,
    long obligationId,
    ObligationKind obligation,
    Priority priority,
    String milestone,
    int epoch,
    Instant reachedAt,
    Instant dueAt,
    ClockEvent.Type cause) {

  public boolean isBreach() {
    return milestone.equals(Milestone.BREACH);
  }
}
