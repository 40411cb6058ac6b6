package dev.baton.incident.viewer;

import dev.baton.incident.IncidentNumber;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers who of the desk looks at which incident, for all nodes. A page says so every few
 * seconds while it is visible; whoever was not heard of for {@link #SHOWN} has left.
 */
@Service
@Transactional
public class IncidentViewers {

  /** How long somebody is shown after the page was last heard of. */
  public static final Duration SHOWN = Duration.ofSeconds(45);

  private static final int MOST = 10;

  private final JdbcClient database;
  private final Clock clock;

  IncidentViewers(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Somebody who looks at an incident. */
  public record Viewer(String login, boolean isWriting) {}

  /** Notes that the person looks at the incident, and whether they write to the client. */
  public void seen(IncidentNumber number, String login, boolean isWriting) {
    database
        .sql(
            """
            insert into incident_viewer (incident_id, login, seen_at, is_writing)
            select id, :login, :now, :writing from incident where number = :number
            on duplicate key update seen_at = :now, is_writing = :writing
            """)
        .param("login", login)
        .param("now", Timestamp.from(clock.instant()))
        .param("writing", isWriting)
        .param("number", number.value())
        .update();
  }

  /** Who else looks at it, by login. */
  @Transactional(readOnly = true)
  public List<Viewer> others(IncidentNumber number, String login) {
    return database
        .sql(
            """
            select v.login, v.is_writing isWriting from incident i
            join incident_viewer v on v.incident_id = i.id
            where i.number = ? and v.seen_at > ? and v.login <> ?
            order by v.login limit ?
            """)
        .params(number.value(), Timestamp.from(shownSince()), login, MOST)
        .query(Viewer.class)
        .list();
  }

  /** Forgets who has left. */
  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
  public void forget() {
    database
        .sql("delete from incident_viewer where seen_at < ?")
        .param(Timestamp.from(shownSince()))
        .update();
  }

  private Instant shownSince() {
    return clock.instant().minus(SHOWN);
  }
}
