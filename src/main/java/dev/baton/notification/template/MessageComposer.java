package dev.baton.notification.template;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.notification.Announcement;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.Recipient;
import dev.baton.notification.StoredNotification;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Composes the text of a notification from the facts known when it is sent. */
@Component
public class MessageComposer {

  private final MessageTemplates templates;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final NextDate next;
  private final Clock clock;

  MessageComposer(
      MessageTemplates templates,
      IncidentSearch incidents,
      ClientDirectory clients,
      StaffDirectory staff,
      NextDate next,
      Clock clock) {
    this.templates = templates;
    this.incidents = incidents;
    this.clients = clients;
    this.staff = staff;
    this.next = next;
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
            announced.nextAt() != null ? announced.nextAt() : next.after(template, incident),
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
}
