package dev.baton.escalation;

import dev.baton.sla.ClockMilestone;
import dev.baton.sla.MilestoneReached;
import dev.baton.sla.agreement.ObligationKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises an escalation for a milestone of a clock, once. */
@Component
public class ClockEscalations {

  private final Escalations escalations;

  ClockEscalations(Escalations escalations) {
    this.escalations = escalations;
  }

  /** For clocks whose flow has no step that escalates. */
  @EventListener
  void on(MilestoneReached reached) {
    ClockMilestone milestone = reached.reached();
    boolean isAnswerable = reached.obligation() != ObligationKind.UPDATE || milestone.isPastDue();
    if (!reached.followedByFlow() && isAnswerable) {
      raise(milestone); // an update that is only due soon needs nobody but who holds the incident
    }
  }

  /** Within the transaction of whoever calls. */
  public void raise(ClockMilestone reached) {
    escalations.raise(
        reached.incident(),
        trigger(reached.obligation(), reached.isPastDue()),
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
