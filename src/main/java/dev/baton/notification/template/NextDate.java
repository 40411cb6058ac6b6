package dev.baton.notification.template;

import dev.baton.incident.ConfirmationPeriod;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorIncidentView;
import dev.baton.notification.EventTopic;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.agreement.ObligationKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds by when something follows an event of an incident. */
@Component
class NextDate {

  private final NotificationEvents events;
  private final Obligations obligations;
  private final MajorIncidentSearch majors;
  private final ConfirmationPeriod confirmation;

  NextDate(
      NotificationEvents events,
      Obligations obligations,
      MajorIncidentSearch majors,
      ConfirmationPeriod confirmation) {
    this.events = events;
    this.obligations = obligations;
    this.majors = majors;
    this.confirmation = confirmation;
  }

  /** Null if nothing is promised. */
  Instant after(NotificationEvent template, IncidentView incident) {
    IncidentNumber number = new IncidentNumber(incident.number());
    return switch (template.code()) {
      case "ASSIGNED", "REOPENED", "UPDATE", "REPLIED" ->
          due(number, ObligationKind.UPDATE, ObligationKind.RESOLUTION);
      case "AT_RISK",
          "BREACHED",
          "ESCALATED",
          "CLOSED",
          "CANCELLED",
          "MAJOR_ENDED",
          "RELEASE_ROLLED_BACK" ->
          null;
      default -> next(events.topicOf(template), number, incident);
    };
  }

  private Instant next(EventTopic topic, IncidentNumber number, IncidentView incident) {
    return switch (topic) {
      case INCIDENT, MESSAGE, DEADLINE ->
          incident.status().isFinal()
              ? null
              : due(
                  number,
                  ObligationKind.RESPONSE,
                  ObligationKind.UPDATE,
                  ObligationKind.RESOLUTION);
      case HOLD -> incident.hold() == null ? null : incident.hold().until();
      case RESOLUTION -> confirmation.endOf(number).orElse(null);
      case MAJOR_INCIDENT -> majors.find(number).map(MajorIncidentView::nextUpdateDue).orElse(null);
      case ESCALATION -> null;
    };
  }

  /** Returns when the first open obligation of these is due. */
  private Instant due(IncidentNumber number, ObligationKind... kinds) {
    List<ObligationView> promised = obligations.of(number);
    for (ObligationKind kind : kinds) {
      Instant due =
          promised.stream()
              .filter(promise -> promise.kind() == kind && promise.metAt() == null)
              .map(ObligationView::dueAt)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      if (due != null) {
        return due;
      }
    }
    return null;
  }
}
