package dev.baton.notification.announcement;

import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import dev.baton.sla.ClockMilestone;
import dev.baton.sla.MilestoneReached;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces a milestone of a clock, once, in the transaction that recorded it. */
@Component
public class ClockAnnouncements {

  private static final String ONCE = "once";

  private final Announcements announcements;
  private final NotificationEvents events;

  ClockAnnouncements(Announcements announcements, NotificationEvents events) {
    this.announcements = announcements;
    this.events = events;
  }

  /** For clocks whose flow has no step that tells people. */
  @EventListener
  void on(MilestoneReached reached) {
    if (!reached.followedByFlow()) {
      ClockMilestone milestone = reached.reached();
      tell(
          milestone,
          milestone.isPastDue() ? NotificationEvent.BREACHED : NotificationEvent.AT_RISK);
    }
  }

  /** Announces the event that a step of the clock's flow names. */
  public void tell(ClockMilestone reached, NotificationEvent event) {
    announcements.announce(
        new Announcements.News(
            reached.incident(),
            event,
            event.isBuiltIn() || events.isRepeated(event) ? epoch(reached) : ONCE,
            event.isBuiltIn() ? detail(reached) : null,
            reached.dueAt(),
            null,
            null));
  }

  private static String epoch(ClockMilestone reached) {
    return "%d-%s-%d".formatted(reached.obligationId(), reached.milestone(), reached.epoch());
  }

  private static String detail(ClockMilestone reached) {
    return "The %s %s."
        .formatted(
            reached.obligation().words(), reached.isPastDue() ? "is overdue" : "is due soon");
  }
}
