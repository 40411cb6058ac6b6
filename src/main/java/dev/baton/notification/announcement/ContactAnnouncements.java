package dev.baton.notification.announcement;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLogged;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.delivery.MailAttachments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails the client what a person wrote to them, and notifies the desk when the client writes. */
@Component
class ContactAnnouncements {

  private final Announcements announcements;

  ContactAnnouncements(Announcements announcements) {
    this.announcements = announcements;
  }

  @EventListener
  void on(ContactLogged logged) {
    ContactView contact = logged.contact();
    if (contact.incident() == null || contact.visibility() != Visibility.CLIENT) {
      return;
    }
    if (contact.direction() == Direction.IN) {
      announce(contact, NotificationEvent.REPLIED, null);
    } else if (contact.channel() == Channel.EMAIL && !logged.byFlow()) {
      announce(contact, NotificationEvent.UPDATE, contact.loggedBy());
    }
  }

  private void announce(ContactView contact, NotificationEvent event, String author) {
    announcements.announce(
        new Announcements.News(
            new IncidentNumber(contact.incident()),
            event,
            MailAttachments.epochOf(contact.id()),
            contact.body(),
            null,
            null,
            null,
            author));
  }
}
