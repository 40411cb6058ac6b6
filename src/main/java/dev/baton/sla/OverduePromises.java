package dev.baton.sla;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the promises that are broken and not kept yet, by who holds the incident. */
@Service
public class OverduePromises {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  OverduePromises(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param assignee null: the team's queue
   */
  public record Count(String team, String assignee, long overdue) {}

  /** Of all teams, in one question. */
  @Transactional(readOnly = true)
  public List<Count> now() {
    return jdbc.query(
        """
        select i.team, i.assignee, count(*) from obligation o
        join incident i on i.number = o.incident
        where o.is_over = false and (o.breached_at is not null or o.due_at < ?)
          and i.status in ('ASSIGNED', 'IN_PROGRESS', 'ON_HOLD')
        group by i.team, i.assignee
        """,
        (row, n) -> new Count(row.getString(1), row.getString(2), row.getLong(3)),
        Timestamp.from(clock.instant()));
  }
}
