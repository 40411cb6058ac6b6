package dev.baton.sla;

import dev.baton.incident.IncidentNumber;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells with one query whether the clocks of an incident have changed. */
@Service
@Transactional(readOnly = true)
public class ClockRevision {

  private final JdbcClient jdbc;

  ClockRevision(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A value that changes when an obligation changes, and once a minute as a deadline approaches.
   */
  public String of(IncidentNumber number, Instant now) {
    return jdbc.sql(
            """
            select coalesce(group_concat(concat_ws('|', id, version, state, due_at, breached_at,
              met_at, changes, if(is_over or due_at is null, null,
                floor(timestampdiff(second, ?, due_at) / 60))) order by id), '')
            from obligation where incident = ?
            """)
        .params(now, number.value())
        .query(String.class)
        .single();
  }
}
