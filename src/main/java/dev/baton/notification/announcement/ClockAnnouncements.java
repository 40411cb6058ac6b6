package dev.baton.notification.announcement;

import dev.baton.notification.NotificationEvent;
import dev.baton.sla.MilestoneReached;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces each milestone of a clock, in the transaction that recorded it. */
@Component
class ClockAnnouncements {

  private final Announcements announcements;

  ClockAnnouncements(Announcements announcements) {
    this.announcements = announcements;
  }

  @EventListener
  void on(MilestoneReached reached) {
    boolean isAtRisk = reached.milestone().startsWith("AT_RISK");
    announcements.announce(
        new Announcements.News(
            reached.incident(),
            isAtRisk ? NotificationEvent.AT_RISK : NotificationEvent.BREACHED,
            "%d-%s-%d".formatted(reached.obligationId(), reached.milestone(), reached.epoch()),
            "The %s %s."
                .formatted(reached.obligation().words(), isAtRisk ? "is due soon" : "is overdue"),
            reached.dueAt(),
            null,
            null));
  }
}
