package dev.baton.notification.template;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.Tier;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows texts that are not stored yet as the requester of an incident would read them. */
@Service
@Transactional(readOnly = true)
public class DraftMessages {

  private static final Duration ANSWERED_WITHIN = Duration.ofHours(4);

  private final MessageTemplates templates;
  private final NextDate next;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final Clock clock;

  DraftMessages(
      MessageTemplates templates,
      NextDate next,
      ClientDirectory clients,
      StaffDirectory staff,
      Clock clock) {
    this.templates = templates;
    this.next = next;
    this.clients = clients;
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * Renders a client's own text.
   *
   * @param incident null for a made-up one
   * @throws dev.baton.web.validation.InvalidInput naming the field that would be refused
   */
  public RenderedMessage ofClient(ClientTemplate draft, ClientView client, IncidentView incident) {
    return templates.preview(
        incident == null ? madeUp(draft, client) : input(draft, client, incident), draft, true);
  }

  /**
   * Renders the text of an owner's event.
   *
   * @param incident null for a made-up one
   * @throws dev.baton.web.validation.InvalidInput naming the field that would be refused
   */
  public RenderedMessage ofEvent(ClientTemplate draft, IncidentView incident) {
    TemplateInput input =
        incident == null
            ? madeUp(draft, madeUpClient(draft))
            : input(draft, clients.client(incident.clientId()), incident);
    return templates.preview(input, draft, false);
  }

  private TemplateInput input(ClientTemplate draft, ClientView client, IncidentView incident) {
    return input(draft, client, incident, next.after(draft.event(), incident));
  }

  private TemplateInput madeUp(ClientTemplate draft, ClientView client) {
    Instant now = clock.instant();
    return input(draft, client, madeUpIncident(draft, client, now), now.plus(ANSWERED_WITHIN));
  }

  private TemplateInput input(
      ClientTemplate draft, ClientView client, IncidentView incident, Instant nextAt) {
    return new TemplateInput(
        draft.event(),
        Audience.REQUESTER,
        draft.language(),
        client.zone(),
        incident.requester() == null ? null : incident.requester().name(),
        client.code(),
        client.name(),
        incident,
        null,
        clock.instant(),
        nextAt,
        incident.assignee() == null ? null : staff.name(incident.assignee()),
        null,
        null,
        draft.event().equals(NotificationEvent.UPDATE));
  }

  private ClientView madeUpClient(ClientTemplate draft) {
    return new ClientView(
        0,
        "example",
        example(draft, "client"),
        Tier.SILVER,
        ZoneOffset.UTC,
        draft.language(),
        5,
        3,
        2);
  }

  private IncidentView madeUpIncident(ClientTemplate draft, ClientView client, Instant now) {
    return new IncidentView(
        IncidentNumber.of(now.atZone(client.zone()).getYear(), 0).value(),
        client.id(),
        client.name(),
        new IncidentView.Requester(example(draft, "requester"), null, null, false),
        Channel.EMAIL,
        example(draft, "subject"),
        example(draft, "subject"),
        Status.IN_PROGRESS,
        Priority.P3,
        Level.MEDIUM,
        Level.MEDIUM,
        null,
        null,
        null,
        null,
        Set.of(),
        null,
        0,
        0,
        null,
        null,
        null,
        null,
        now,
        null,
        null,
        List.of(),
        null);
  }

  private static String example(ClientTemplate draft, String what) {
    return TemplateBundle.in(draft.language()).first("example." + what);
  }
}
