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
   * Lets the message about a contact tell a second event: who is to hear of either gets it once.
   *
   * @param epoch of the contact's message
   * @return whether there is such a message, and it tells no second event yet
   */
  public boolean join(IncidentNumber incident, String epoch, NotificationEvent event) {
    boolean joins =
        jdbc.sql(
                    """
                    update announcement set joined = ?
                    where incident = ? and event = ? and epoch = ? and joined is null
                    """)
                .params(event.code(), incident.value(), NotificationEvent.UPDATE.code(), epoch)
                .update()
            == 1;
    if (joins) {
      long id =
          jdbc.sql("select id from announcement where incident = ? and event = ? and epoch = ?")
              .params(incident.value(), NotificationEvent.UPDATE.code(), epoch)
              .query(Long.class)
              .single();
      flows.start(ANNOUNCED, incident.value(), Map.of("announcementId", id, "isJoined", true));
    }
    return joins;
  }

  /**
   * One event to announce.
   *
   * @param nextAt when the next step is due; null to take it from the incident
   * @param person sign-in name of the only recipient; null for the recipients in the plan
   * @param reach the channels that person chose, such as {@code TASK, MAIL}; may be null
   * @param author sign-in name of the person who wrote the detail; null if no person did
   */
  public record News(
      IncidentNumber incident,
      NotificationEvent event,
      String epoch,
      String detail,
      Instant nextAt,
      String person,
      String reach,
      String author) {

    /** Written by no person. */
    public News(
        IncidentNumber incident,
        NotificationEvent event,
        String epoch,
        String detail,
        Instant nextAt,
        String person,
        String reach) {
      this(incident, event, epoch, detail, nextAt, person, reach, null);
    }
  }

  boolean announce(News news) {
    Optional<Long> added =
        jdbc.sql(
                """
                insert ignore into announcement
                (incident, event, epoch, detail, person, reach, next_at, at, author)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .params(
                news.incident().value(),
                news.event().code(),
                news.epoch(),
                news.detail(),
                news.person(),
                news.reach(),
                news.nextAt(),
                clock.instant(),
                news.author())
            .query(Long.class)
            .optional();
    added.ifPresent(
        id -> flows.start(ANNOUNCED, news.incident().value(), Map.of("announcementId", id)));
    return added.isPresent();
  }
}
