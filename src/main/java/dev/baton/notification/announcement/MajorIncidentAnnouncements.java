package dev.baton.notification.announcement;

import dev.baton.major.MajorIncidentEvent;
import dev.baton.notification.NotificationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Announces changes to a major incident, both on the major incident and on its linked incidents.
 */
@Component
class MajorIncidentAnnouncements {

  private final Announcements announcements;

  MajorIncidentAnnouncements(Announcements announcements) {
    this.announcements = announcements;
  }

  @EventListener
  void on(MajorIncidentEvent happened) {
    NotificationEvent event =
        switch (happened.kind()) {
          case DECLARED -> NotificationEvent.MAJOR_DECLARED;
          case UPDATED -> NotificationEvent.MAJOR_UPDATED;
          case ENDED -> NotificationEvent.MAJOR_ENDED;
        };
    announcements.announce(
        new Announcements.News(
            happened.incident(),
            event,
            epoch(happened),
            happened.text(),
            happened.nextAt(),
            happened.person(),
            null));
  }

  private static String epoch(MajorIncidentEvent happened) {
    String at = String.valueOf(happened.at().toEpochMilli());
    return happened.person() == null ? at : at + "-" + happened.person();
  }
}
