package dev.baton.sla;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.Milestone;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockEvent;
import java.time.Instant;

/**
 * A clock reached a milestone. Published in the transaction that recorded it, once for each
 * obligation, milestone and epoch. If several are reached at once, only one of them is announced.
 *
 * @param cause {@code RETARGETED} if a change of the terms made it late, otherwise null
 * @param followedByFlow whether the next steps of its flow escalate it and tell people; those of
 *     earlier models do not
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
    ClockEvent.Type cause,
    boolean followedByFlow) {

  public ClockMilestone reached() {
    return new ClockMilestone(incident, obligationId, obligation, milestone, epoch, dueAt);
  }

  public boolean isBreach() {
    return milestone.equals(Milestone.BREACH);
  }
}
