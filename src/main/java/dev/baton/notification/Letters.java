package dev.baton.notification;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.IncidentView;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorIncidentView;
import dev.baton.sla.ObligationKind;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes what a notification says, from what is known when it goes. */
@Component
class Letters {

  private final Templates templates;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final Obligations obligations;
  private final MajorIncidentSearch majors;
  private final String publicUrl;

  Letters(
      Templates templates,
      IncidentSearch incidents,
      ClientDirectory clients,
      StaffDirectory staff,
      Obligations obligations,
      MajorIncidentSearch majors,
      @Value("${baton.public-url:http://localhost:8080}") String publicUrl) {
    this.templates = templates;
    this.incidents = incidents;
    this.clients = clients;
    this.staff = staff;
    this.obligations = obligations;
    this.majors = majors;
    this.publicUrl =
        publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
  }

  Rendered write(StoredNotification to, Announcement announced) {
    IncidentView incident = incidents.get(new IncidentNumber(to.incident()));
    ClientView client = clients.client(incident.clientId());
    return templates.render(
        new Message(
            to.template(),
            to.audience(),
            to.language(),
            to.zone(),
            to.recipientName(),
            client.code(),
            client.name(),
            incident,
            announced.detail(),
            announced.at(),
            announced.nextAt() != null ? announced.nextAt() : nextAt(to, incident, client),
            incident.assignee() == null
                ? null
                : staff.agent(incident.assignee()).map(AgentView::name).orElse(incident.assignee()),
            publicUrl + "/incidents/" + incident.number()));
  }

  private Instant nextAt(StoredNotification to, IncidentView incident, ClientView client) {
    IncidentNumber number = new IncidentNumber(incident.number());
    return switch (to.template()) {
      case RECEIVED ->
          due(number, ObligationKind.RESPONSE, ObligationKind.UPDATE, ObligationKind.RESOLUTION);
      case ASSIGNED, REOPENED, UPDATE, REPLIED ->
          due(number, ObligationKind.UPDATE, ObligationKind.RESOLUTION);
      case ON_HOLD, REMINDER -> incident.hold() == null ? null : incident.hold().until();
      case RESOLVED ->
          incident.resolvedAt() == null
              ? null
              : incident
                  .resolvedAt()
                  .atZone(client.zone())
                  .plusDays(client.confirmationDays())
                  .toInstant();
      case MAJOR_DECLARED, MAJOR_UPDATED ->
          majors.find(number).map(MajorIncidentView::nextUpdateDue).orElse(null);
      case AT_RISK, BREACHED, ESCALATED, CLOSED, CANCELLED, MAJOR_ENDED -> null;
    };
  }

  /** When the first of these is due that is promised and open. */
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
