package dev.baton.escalation;

import dev.baton.engine.Flows;
import dev.baton.incident.IncidentEvent;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.contact.ComplaintReceived;
import dev.baton.incident.search.IncidentSearch;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Escalates incidents for their flows. The flow draws when; its models of earlier releases do not,
 * so for incidents that run on one of those a VIP's report and a complaint escalate here. The end
 * of an incident withdraws the escalation that goes on.
 */
@Service
public class IncidentEscalations {

  private final Escalations escalations;
  private final IncidentSearch incidents;
  private final Flows flows;

  IncidentEscalations(Escalations escalations, IncidentSearch incidents, Flows flows) {
    this.escalations = escalations;
    this.incidents = incidents;
    this.flows = flows;
  }

  /** Escalates the incident; for a VIP only once. */
  public void escalate(IncidentNumber number, Trigger trigger) {
    escalations.raise(number, trigger, trigger == Trigger.VIP ? "vip:" + number : null, null);
  }

  @EventListener
  void on(IncidentEvent event) {
    switch (event.kind()) {
      case ASSIGNED -> {
        IncidentView incident = incidents.get(event.number());
        if (incident.requester().vip() && !isDrawn(event.number())) {
          escalate(event.number(), Trigger.VIP);
        }
      }
      case RESOLVED, CLOSED, CANCELLED -> escalations.withdraw(event.number());
      default -> {
        // nothing that anybody higher needs to hear
      }
    }
  }

  /** A complaint on an incident whose flow does not receive complaints. */
  @EventListener
  void on(ComplaintReceived complaint) {
    escalate(complaint.number(), Trigger.COMPLAINT);
  }

  /** A model that receives complaints draws its other escalations too. */
  private boolean isDrawn(IncidentNumber number) {
    return incidents
        .flowOf(number)
        .filter(instance -> flows.listensTo(instance, ComplaintReceived.MESSAGE))
        .isPresent();
  }
}
