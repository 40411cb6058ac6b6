package dev.baton.notification;

import dev.baton.sla.MilestoneReached;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces each milestone of a clock, within the transaction that recorded it. */
@Component
class ToldByClocks {

  private final Announcements announcements;

  ToldByClocks(Announcements announcements) {
    this.announcements = announcements;
  }

  @EventListener
  void on(MilestoneReached reached) {
    boolean isAtRisk = reached.milestone().startsWith("AT_RISK");
    announcements.announce(
        new Announcements.News(
            reached.incident(),
            isAtRisk ? Event.AT_RISK : Event.BREACHED,
            "%d-%s-%d".formatted(reached.obligationId(), reached.milestone(), reached.epoch()),
            "The %s %s."
                .formatted(reached.obligation().words(), isAtRisk ? "is due soon" : "is overdue"),
            reached.dueAt(),
            null,
            null));
  }
}
