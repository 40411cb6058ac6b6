package dev.baton.escalation;

import dev.baton.sla.MilestoneReached;
import dev.baton.sla.agreement.ObligationKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises an escalation for each milestone of a clock, within the transaction that recorded it. */
@Component
class ClockEscalations {

  private final Escalations escalations;

  ClockEscalations(Escalations escalations) {
    this.escalations = escalations;
  }

  @EventListener
  void on(MilestoneReached reached) {
    boolean pastDue = !reached.milestone().startsWith("AT_RISK");
    if (reached.obligation() == ObligationKind.UPDATE && !pastDue) {
      return; // whoever holds the incident sees that news is due; nobody else is needed yet
    }
    escalations.raise(
        reached.incident(),
        trigger(reached.obligation(), pastDue),
        "clock:%d:%s:%d".formatted(reached.obligationId(), reached.milestone(), reached.epoch()),
        reached.milestone(),
        null);
  }

  private static Trigger trigger(ObligationKind obligation, boolean pastDue) {
    return switch (obligation) {
      case RESPONSE -> pastDue ? Trigger.RESPONSE_BREACHED : Trigger.RESPONSE_AT_RISK;
      case RESOLUTION -> pastDue ? Trigger.RESOLUTION_BREACHED : Trigger.RESOLUTION_AT_RISK;
      case UPDATE -> Trigger.UPDATE_MISSED;
    };
  }
}
