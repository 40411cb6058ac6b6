package dev.baton.notification;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactLogged;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Visibility;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends what a person wrote to the client as a mail, and tells the desk what the client wrote. */
@Component
class ToldByContacts {

  private final Announcements announcements;

  ToldByContacts(Announcements announcements) {
    this.announcements = announcements;
  }

  @EventListener
  void on(ContactLogged logged) {
    ContactView contact = logged.contact();
    if (contact.incident() == null || contact.visibility() != Visibility.CLIENT) {
      return;
    }
    if (contact.direction() == Direction.IN) {
      announce(contact, Event.REPLIED);
    } else if (contact.channel() == Channel.EMAIL && !logged.byFlow()) {
      announce(contact, Event.UPDATE);
    }
  }

  private void announce(ContactView contact, Event event) {
    announcements.announce(
        new IncidentNumber(contact.incident()),
        event,
        EnclosedFiles.epochOf(contact.id()),
        contact.body());
  }
}
