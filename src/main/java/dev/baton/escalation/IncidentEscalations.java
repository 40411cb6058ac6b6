package dev.baton.escalation;

import dev.baton.incident.IncidentEvent;
import dev.baton.incident.contact.ComplaintReceived;
import dev.baton.incident.search.IncidentSearch;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Follows incidents: a VIP's report and a complaint raise an escalation, and the end of an incident
 * withdraws the one that goes on.
 */
@Component
class IncidentEscalations {

  private final Escalations escalations;
  private final IncidentSearch incidents;

  IncidentEscalations(Escalations escalations, IncidentSearch incidents) {
    this.escalations = escalations;
    this.incidents = incidents;
  }

  @EventListener
  void on(IncidentEvent event) {
    switch (event.kind()) {
      case ASSIGNED -> {
        if (incidents.get(event.number()).requester().vip()) {
          escalations.raise(event.number(), Trigger.VIP, "vip:" + event.number(), null);
        }
      }
      case RESOLVED, CLOSED, CANCELLED -> escalations.withdraw(event.number());
      default -> {
        // nothing that anybody higher needs to hear
      }
    }
  }

  @EventListener
  void on(ComplaintReceived complaint) {
    escalations.raise(complaint.number(), Trigger.COMPLAINT, null, null);
  }
}
