package dev.baton.notification.announcement;

import dev.baton.escalation.ResponderNotified;
import dev.baton.notification.NotificationEvent;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces each escalation to the one person it went to, in their language. */
@Component
class EscalationAnnouncements {

  private final Announcements announcements;
  private final StaffDirectory staff;
  private final MessageSource words;
  private final Clock clock;

  EscalationAnnouncements(
      Announcements announcements, StaffDirectory staff, MessageSource words, Clock clock) {
    this.announcements = announcements;
    this.staff = staff;
    this.words = words;
    this.clock = clock;
  }

  @EventListener
  void on(ResponderNotified told) {
    announcements.announce(
        new Announcements.News(
            told.incident(),
            NotificationEvent.ESCALATED,
            "%d-%d-%d-%s".formatted(told.escalation(), told.round(), told.rung(), told.person()),
            text(told),
            told.dueAt(),
            told.person(),
            told.reach()));
  }

  /** Why; and if the ladder has begun again, what is new since the last message. */
  private String text(ResponderNotified told) {
    Locale language = staff.agent(told.person()).map(AgentView::language).orElse(Locale.ENGLISH);
    String reason =
        words.getMessage(
            LocalizableText.of(
                "entry.escalated", LocalizableText.name("entry.trigger", told.trigger())),
            language);
    if (told.round() == 1) {
      return reason;
    }
    Duration silent = Duration.between(told.since(), clock.instant());
    LocalizableText reminder =
        LocalizableText.of(
            "entry.escalation-reminder",
            told.round() - 1,
            silent.toHours(),
            silent.toMinutesPart());
    return reason + " " + words.getMessage(reminder, language);
  }
}
