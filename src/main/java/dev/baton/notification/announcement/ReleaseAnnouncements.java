package dev.baton.notification.announcement;

import dev.baton.incident.rollback.ReleaseRolledBack;
import dev.baton.notification.NotificationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces the rollback of a release, on the first incident that failed with it. */
@Component
class ReleaseAnnouncements {

  private final Announcements announcements;

  ReleaseAnnouncements(Announcements announcements) {
    this.announcements = announcements;
  }

  @EventListener
  void on(ReleaseRolledBack rolledBack) {
    announcements.announce(
        rolledBack.incident(),
        NotificationEvent.RELEASE_ROLLED_BACK,
        rolledBack.rollback().definitionId(),
        rolledBack.rollback().words());
  }
}
