package dev.baton.notification;

import dev.baton.escalation.EscalationTold;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces each escalation to the one person whom the ladder told. */
@Component
class ToldByLadder {

  private final Announcements announcements;

  ToldByLadder(Announcements announcements) {
    this.announcements = announcements;
  }

  @EventListener
  void on(EscalationTold told) {
    announcements.announce(
        new Announcements.News(
            told.incident(),
            Event.ESCALATED,
            "%d-%d-%d-%s".formatted(told.escalation(), told.round(), told.rung(), told.person()),
            "Escalated because " + told.trigger().words() + ".",
            told.dueAt(),
            told.person(),
            told.reach()));
  }
}
