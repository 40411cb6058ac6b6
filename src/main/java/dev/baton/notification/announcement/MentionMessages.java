package dev.baton.notification.announcement;

import dev.baton.incident.ContactView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.contact.ContactLogged;
import dev.baton.incident.contact.Mentions;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.notification.delivery.Inbox;
import dev.baton.notification.template.MentionTemplate;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts an internal note into the inboxes of those whom it mentions, in the transaction that stores
 * it. One colleague speaks to another: no communication plan is asked.
 */
@Component
class MentionMessages {

  private final Mentions mentions;
  private final Inbox inbox;
  private final MentionTemplate template;
  private final IncidentSearch incidents;
  private final StaffDirectory staff;

  MentionMessages(
      Mentions mentions,
      Inbox inbox,
      MentionTemplate template,
      IncidentSearch incidents,
      StaffDirectory staff) {
    this.mentions = mentions;
    this.inbox = inbox;
    this.template = template;
    this.incidents = incidents;
    this.staff = staff;
  }

  @EventListener
  void on(ContactLogged logged) {
    ContactView note = logged.contact();
    if (note.incident() == null
        || note.body() == null
        || logged.byFlow()
        || !Mentions.countIn(note)) {
      return;
    }
    List<AgentView> mentioned =
        mentions.in(note.body()).stream()
            .filter(person -> !person.login().equals(note.loggedBy()))
            .toList();
    if (mentioned.isEmpty()) {
      return;
    }
    IncidentView incident = incidents.get(new IncidentNumber(note.incident()));
    String author = staff.name(note.loggedBy());
    mentioned.forEach(
        person ->
            inbox.mention(
                person.login(),
                note.incident(),
                note.id(),
                template.render(person, author, incident, note.body())));
  }
}
