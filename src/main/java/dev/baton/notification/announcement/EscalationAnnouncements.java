package dev.baton.notification.announcement;

import dev.baton.escalation.ResponderNotified;
import dev.baton.notification.NotificationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces each escalation to the one person it went to. */
@Component
class EscalationAnnouncements {

  private final Announcements announcements;

  EscalationAnnouncements(Announcements announcements) {
    this.announcements = announcements;
  }

  @EventListener
  void on(ResponderNotified told) {
    announcements.announce(
        new Announcements.News(
            told.incident(),
            NotificationEvent.ESCALATED,
            "%d-%d-%d-%s".formatted(told.escalation(), told.round(), told.rung(), told.person()),
            "Escalated because " + told.trigger().words() + ".",
            told.dueAt(),
            told.person(),
            told.reach()));
  }
}
