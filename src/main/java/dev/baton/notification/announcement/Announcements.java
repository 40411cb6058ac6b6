package dev.baton.notification.announcement;

import dev.baton.engine.Flows;
import dev.baton.incident.IncidentNumber;
import dev.baton.notification.NotificationEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces what happened to an incident, in the transaction in which it happened. Each (incident,
 * event, epoch) is announced once and starts one flow, which finds out who is to hear of it.
 */
@Service
@Transactional
public class Announcements {

  /** The message that starts the flow. */
  static final String ANNOUNCED = "eventAnnounced";

  private final JdbcTemplate jdbc;
  private final Flows flows;
  private final Clock clock;

  Announcements(JdbcTemplate jdbc, Flows flows, Clock clock) {
    this.jdbc = jdbc;
    this.flows = flows;
    this.clock = clock;
  }

  /**
   * @param epoch which of several events of that kind on this incident; at most 100 characters
   * @param detail words of a person that belong to it, for every reader; or null
   * @return whether it is news
   */
  public boolean announce(
      IncidentNumber incident, NotificationEvent event, String epoch, String detail) {
    return announce(new News(incident, event, epoch, detail, null, null, null));
  }

  /**
   * One event to be announced.
   *
   * @param nextAt by when something follows; null where the incident itself tells
   * @param person who alone is to hear of it, by sign-in name; null for whom the plan names
   * @param reach how that person wants to be told, such as {@code TASK, MAIL}; may be null
   */
  record News(
      IncidentNumber incident,
      NotificationEvent event,
      String epoch,
      String detail,
      Instant nextAt,
      String person,
      String reach) {}

  boolean announce(News news) {
    List<Long> added =
        jdbc.queryForList(
            """
            insert ignore into announcement
            (incident, event, epoch, detail, person, reach, next_at, at)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning id
            """,
            Long.class,
            news.incident().value(),
            news.event().name(),
            news.epoch(),
            news.detail(),
            news.person(),
            news.reach(),
            news.nextAt(),
            clock.instant());
    if (added.isEmpty()) {
      return false;
    }
    flows.start(ANNOUNCED, news.incident().value(), Map.of("announcementId", added.get(0)));
    return true;
  }
}
