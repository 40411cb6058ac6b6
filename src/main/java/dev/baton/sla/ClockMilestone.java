package dev.baton.sla;

import dev.baton.incident.IncidentNumber;
import dev.baton.sla.agreement.ObligationKind;
import java.time.Instant;

/**
 * A milestone that a clock reached, for those who act on it.
 *
 * @param milestone such as {@code AT_RISK_75}, {@code BREACH}, {@code AFTER_BREACH_1}
 * @param dueAt when the obligation is due
 */
public record ClockMilestone(
    IncidentNumber incident,
    long obligationId,
    ObligationKind obligation,
    String milestone,
    int epoch,
    Instant dueAt) {

  public boolean isPastDue() {
    return !milestone.startsWith("AT_RISK");
  }
}
