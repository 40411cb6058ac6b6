package dev.baton.notification.announcement;

import dev.baton.engine.ActingPerson;
import dev.baton.incident.HoldFollowUp;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces a step of the incident's own flow, with its epoch and the text that belongs to it. */
@Service
@Transactional
public class AnnounceIncident {

  private static final String ONCE = "once";

  private final Announcements announcements;
  private final NotificationEvents events;
  private final IncidentSearch incidents;
  private final ContactLog contacts;
  private final HoldFollowUp holds;
  private final ActingPerson actingPerson;

  AnnounceIncident(
      Announcements announcements,
      NotificationEvents events,
      IncidentSearch incidents,
      ContactLog contacts,
      HoldFollowUp holds,
      ActingPerson actingPerson) {
    this.announcements = announcements;
    this.events = events;
    this.incidents = incidents;
    this.contacts = contacts;
    this.holds = holds;
    this.actingPerson = actingPerson;
  }

  /**
   * Announces the event, once each time it happens.
   *
   * @param step distinguishes one arrival of the flow at the step from the next
   */
  public void tell(IncidentNumber number, NotificationEvent event, String step) {
    if (event.equals(NotificationEvent.RECEIVED)) {
      announcements.announce(number, event, ONCE, null);
    } else if (event.isBuiltIn()) {
      IncidentView incident = incidents.get(number);
      announcements.announce(number, event, epoch(event, incident), detail(event, incident));
    } else {
      announcements.announce(number, event, events.isRepeated(event) ? step : ONCE, null);
    }
  }

  /**
   * Notifies a person that a task was assigned to them, unless they took it themselves.
   *
   * @param task the engine's task id, which distinguishes one assignment from the next
   */
  public void tellAssigned(IncidentNumber number, String person, String task) {
    if (!actingPerson.current().name().equals(person)) {
      announcements.announce(
          new Announcements.News(
              number, NotificationEvent.ASSIGNED, task + "-" + person, null, null, person, null));
    }
  }

  private static String epoch(NotificationEvent event, IncidentView incident) {
    return switch (event.code()) {
      case "ON_HOLD", "REMINDER" ->
          incident.hold() == null
              ? ONCE
              : incident.hold().reason() + "-" + seconds(incident.hold().until());
      case "RESOLVED" -> incident.reopenings() + "-" + seconds(incident.resolvedAt());
      case "REOPENED" -> String.valueOf(incident.reopenings());
      default -> ONCE;
    };
  }

  private static long seconds(Instant instant) {
    return instant == null ? 0 : instant.getEpochSecond();
  }

  private String detail(NotificationEvent event, IncidentView incident) {
    return switch (event.code()) {
      case "RESOLVED" -> incident.resolution() == null ? null : incident.resolution().note();
      case "CANCELLED" -> incident.cancelReason();
      case "ON_HOLD", "REMINDER" -> isForRequester(incident) ? question(incident) : null;
      default -> null;
    };
  }

  private static boolean isForRequester(IncidentView incident) {
    return incident.hold() != null && incident.hold().reason() == HoldReason.REQUESTER;
  }

  /**
   * Returns the agent's question from the hold, or else the last message the desk wrote to the
   * client.
   */
  private String question(IncidentView incident) {
    IncidentNumber number = new IncidentNumber(incident.number());
    return holds.question(number).or(() -> contacts.lastAnswer(number)).orElse(null);
  }
}
