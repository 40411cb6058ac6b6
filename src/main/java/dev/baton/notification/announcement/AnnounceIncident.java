package dev.baton.notification.announcement;

import dev.baton.engine.ActingPerson;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactView;
import dev.baton.incident.HoldFollowUp;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.ResolutionAuthors;
import dev.baton.incident.WrittenText;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.delivery.MailAttachments;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces a step of the incident's own flow, with its epoch and the text that belongs to it. */
@Service
@Transactional
public class AnnounceIncident {

  private static final String ONCE = "once";

  private static final Set<NotificationEvent> WITH_REPLY =
      Set.of(NotificationEvent.ON_HOLD, NotificationEvent.RESOLVED);

  private final Announcements announcements;
  private final NotificationEvents events;
  private final IncidentSearch incidents;
  private final ContactLog contacts;
  private final HoldFollowUp holds;
  private final ResolutionAuthors resolutions;
  private final ActingPerson actingPerson;

  AnnounceIncident(
      Announcements announcements,
      NotificationEvents events,
      IncidentSearch incidents,
      ContactLog contacts,
      HoldFollowUp holds,
      ResolutionAuthors resolutions,
      ActingPerson actingPerson) {
    this.announcements = announcements;
    this.events = events;
    this.incidents = incidents;
    this.contacts = contacts;
    this.holds = holds;
    this.resolutions = resolutions;
    this.actingPerson = actingPerson;
  }

  /**
   * Announces the event, once each time it happens. A hold or a resolution that a person's reply
   * came with is told by the same message as the reply.
   *
   * @param step distinguishes one arrival of the flow at the step from the next
   * @param reply id of the contact that came with the act; null for none
   */
  public void tell(IncidentNumber number, NotificationEvent event, String step, Long reply) {
    if (reply != null
        && WITH_REPLY.contains(event)
        && announcements.join(number, MailAttachments.epochOf(reply), event)) {
      return;
    }
    if (event.equals(NotificationEvent.RECEIVED)) {
      announcements.announce(number, event, ONCE, null);
    } else if (event.isBuiltIn()) {
      announceBuiltIn(event, incidents.get(number));
    } else {
      announcements.announce(number, event, events.isRepeated(event) ? step : ONCE, null);
    }
  }

  private void announceBuiltIn(NotificationEvent event, IncidentView incident) {
    Optional<WrittenText> detail = detail(event, incident);
    announcements.announce(
        new Announcements.News(
            new IncidentNumber(incident.number()),
            event,
            epoch(event, incident),
            detail.map(WrittenText::text).orElse(null),
            null,
            null,
            null,
            detail.map(WrittenText::author).orElse(null)));
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

  /** What a person wrote about it; empty if the requester has it by mail already. */
  private Optional<WrittenText> detail(NotificationEvent event, IncidentView incident) {
    return switch (event.code()) {
      case "RESOLVED" -> resolution(incident).filter(note -> !isMailed(note, incident));
      case "CANCELLED" -> Optional.ofNullable(incident.cancelReason()).map(by(null));
      case "ON_HOLD" ->
          isForRequester(incident)
              ? question(incident).filter(question -> !isMailed(question, incident))
              : Optional.empty();
      case "REMINDER" -> isForRequester(incident) ? reminded(incident) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isForRequester(IncidentView incident) {
    return incident.hold() != null && incident.hold().reason() == HoldReason.REQUESTER;
  }

  private Optional<WrittenText> resolution(IncidentView incident) {
    return Optional.ofNullable(incident.resolution())
        .map(IncidentView.Resolution::note)
        .map(by(resolutions.author(new IncidentNumber(incident.number())).orElse(null)));
  }

  /** The question again, and nobody signs: the desk reminds by itself. */
  private Optional<WrittenText> reminded(IncidentView incident) {
    return question(incident).map(WrittenText::text).map(by(null));
  }

  /**
   * Returns the agent's question from the hold, or else the last message the desk wrote to the
   * client.
   */
  private Optional<WrittenText> question(IncidentView incident) {
    IncidentNumber number = new IncidentNumber(incident.number());
    return holds
        .question(number)
        .or(() -> contacts.lastAnswer(number).map(ContactView::body).map(by(null)));
  }

  /** Whether the last message of the desk to the client was a mail with this text. */
  private boolean isMailed(WrittenText written, IncidentView incident) {
    return contacts
        .lastAnswer(new IncidentNumber(incident.number()))
        .filter(answer -> answer.channel() == Channel.EMAIL)
        .filter(answer -> inOneLine(answer.body()).equals(inOneLine(written.text())))
        .isPresent();
  }

  private static String inOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Function<String, WrittenText> by(String author) {
    return text -> new WrittenText(text, author);
  }
}
