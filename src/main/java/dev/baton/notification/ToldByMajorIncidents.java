package dev.baton.notification;

import dev.baton.major.MajorIncidentEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces what becomes of a major incident, on it and on those that belong to it. */
@Component
class ToldByMajorIncidents {

  private final Announcements announcements;

  ToldByMajorIncidents(Announcements announcements) {
    this.announcements = announcements;
  }

  @EventListener
  void on(MajorIncidentEvent happened) {
    Event event =
        switch (happened.kind()) {
          case DECLARED -> Event.MAJOR_DECLARED;
          case UPDATED -> Event.MAJOR_UPDATED;
          case ENDED -> Event.MAJOR_ENDED;
        };
    announcements.announce(
        new Announcements.News(
            happened.incident(),
            event,
            String.valueOf(happened.at().toEpochMilli()),
            happened.text(),
            happened.nextAt(),
            null,
            null));
  }
}
