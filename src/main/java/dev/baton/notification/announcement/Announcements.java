package dev.baton.notification.announcement;

import dev.baton.engine.Flows;
import dev.baton.incident.IncidentNumber;
import dev.baton.notification.NotificationEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Announces what happened to an incident, in the same transaction. Each (incident, event, epoch) is
 * announced once and starts one flow, which finds the recipients.
 */
@Service
@Transactional
public class Announcements {

  /** The message that starts the flow. */
  static final String ANNOUNCED = "eventAnnounced";

  private final JdbcClient jdbc;
  private final Flows flows;
  private final Clock clock;

  Announcements(JdbcClient jdbc, Flows flows, Clock clock) {
    this.jdbc = jdbc;
    this.flows = flows;
    this.clock = clock;
  }

  /**
   * @param epoch distinguishes several events of that kind on one incident; at most 100 characters
   * @param detail a person's text that goes to every recipient; or null
   * @return whether it was not announced before
   */
  public boolean announce(
      IncidentNumber incident, NotificationEvent event, String epoch, String detail) {
    return announce(new News(incident, event, epoch, detail, null, null, null));
  }

  /**
   * One event to announce.
   *
   * @param nextAt when the next step is due; null to take it from the incident
   * @param person sign-in name of the only recipient; null for the recipients in the plan
   * @param reach the channels that person chose, such as {@code TASK, MAIL}; may be null
   */
  public record News(
      IncidentNumber incident,
      NotificationEvent event,
      String epoch,
      String detail,
      Instant nextAt,
      String person,
      String reach) {}

  boolean announce(News news) {
    Optional<Long> added =
        jdbc.sql(
                """
                insert ignore into announcement
                (incident, event, epoch, detail, person, reach, next_at, at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .params(
                news.incident().value(),
                news.event().code(),
                news.epoch(),
                news.detail(),
                news.person(),
                news.reach(),
                news.nextAt(),
                clock.instant())
            .query(Long.class)
            .optional();
    added.ifPresent(
        id -> flows.start(ANNOUNCED, news.incident().value(), Map.of("announcementId", id)));
    return added.isPresent();
  }
}
