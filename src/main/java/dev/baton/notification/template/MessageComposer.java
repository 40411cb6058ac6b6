package dev.baton.notification.template;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.ConfirmationPeriod;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorIncidentView;
import dev.baton.notification.Announcement;
import dev.baton.notification.Audience;
import dev.baton.notification.EventTopic;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.Recipient;
import dev.baton.notification.StoredNotification;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Composes the text of a notification from the facts known when it is sent. */
@Component
public class MessageComposer {

  private final MessageTemplates templates;
  private final IncidentSearch incidents;
  private final NotificationEvents events;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final Obligations obligations;
  private final MajorIncidentSearch majors;
  private final ConfirmationPeriod confirmation;
  private final Clock clock;

  MessageComposer(
      MessageTemplates templates,
      IncidentSearch incidents,
      NotificationEvents events,
      ClientDirectory clients,
      StaffDirectory staff,
      Obligations obligations,
      MajorIncidentSearch majors,
      ConfirmationPeriod confirmation,
      Clock clock) {
    this.confirmation = confirmation;
    this.templates = templates;
    this.incidents = incidents;
    this.events = events;
    this.clients = clients;
    this.staff = staff;
    this.obligations = obligations;
    this.majors = majors;
    this.clock = clock;
  }

  public RenderedMessage write(StoredNotification to, Announcement announced) {
    IncidentView incident = incidents.get(new IncidentNumber(to.incident()));
    return write(
        to.template(),
        to.audience(),
        to.language(),
        to.zone(),
        to.recipientName(),
        incident,
        announced);
  }

  /**
   * Renders the message as this recipient would get it now, with a person's own text.
   *
   * @param author sign-in name of that person
   */
  public RenderedMessage preview(
      NotificationEvent event,
      Recipient recipient,
      Locale language,
      String number,
      String detail,
      String author) {
    return write(
        event,
        recipient.audience(),
        language,
        recipient.zone(),
        recipient.name(),
        incidents.get(new IncidentNumber(number)),
        new Announcement(
            0, number, event, "", detail, null, null, null, clock.instant(), author, null));
  }

  private RenderedMessage write(
      NotificationEvent template,
      Audience audience,
      Locale language,
      ZoneId zone,
      String recipientName,
      IncidentView incident,
      Announcement announced) {
    ClientView client = clients.client(incident.clientId());
    return templates.render(
        new TemplateInput(
            template,
            audience,
            language,
            zone,
            recipientName,
            client.code(),
            client.name(),
            incident,
            announced.detail(),
            announced.at(),
            announced.nextAt() != null ? announced.nextAt() : nextAt(template, incident),
            incident.assignee() == null ? null : staff.name(incident.assignee()),
            null,
            author(announced),
            announced.event().equals(NotificationEvent.UPDATE)));
  }

  /** The name of one of the desk's people; null for everybody else. */
  private String author(Announcement announced) {
    return announced.author() == null || announced.detail() == null
        ? null
        : staff.agent(announced.author()).map(AgentView::name).orElse(null);
  }

  private Instant nextAt(NotificationEvent template, IncidentView incident) {
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
      default -> nextAt(events.topicOf(template), number, incident);
    };
  }

  private Instant nextAt(EventTopic topic, IncidentNumber number, IncidentView incident) {
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
