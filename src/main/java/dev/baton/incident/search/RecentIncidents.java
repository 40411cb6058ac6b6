package dev.baton.incident.search;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tables decided about lately: incidents counted by what they were decided by. */
@Repository
public class RecentIncidents {

  private final JdbcClient jdbc;

  RecentIncidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Incidents that tables cannot tell apart.
   *
   * @param requestedTeam the team that a person chose; null for none
   * @param count how many there are
   */
  public record AlikeIncidents(
      long clientId,
      boolean vip,
      String impact,
      String urgency,
      String category,
      String service,
      String channel,
      String requestedTeam,
      int count) {}

  /**
   * Counts the newest incidents by one statement.
   *
   * @param most how many incidents to look at
   */
  public List<AlikeIncidents> since(Instant from, int most) {
    return jdbc.sql(
            """
            select client_id clientId, requester_vip vip, impact, urgency, category, service,
              channel, case when team_asked then team end requestedTeam, count(*) count
            from (
              select client_id, requester_vip, impact, urgency, category, service, channel,
                team_asked, team
              from incident where opened_at >= ? order by opened_at desc limit ?) recent
            group by clientId, vip, impact, urgency, category, service, channel, requestedTeam
            """)
        .params(from, most)
        .query(AlikeIncidents.class)
        .list();
  }
}
