package dev.baton.sla;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts broken promises in the tables themselves, for an audit of what followed from them. */
@Repository
@Transactional(readOnly = true)
public class Breaches {

  private final JdbcTemplate database;

  Breaches(JdbcTemplate database) {
    this.database = database;
  }

  /**
   * A breach of an obligation, once for each epoch in which it was recorded.
   *
   * @param source the name under which it raises an escalation; null where no milestone was
   *     recorded
   */
  public record Breach(String incident, String source) {}

  public int obligations() {
    Integer count =
        database.queryForObject(
            "select count(*) from obligation where breached_at is not null", Integer.class);
    return count == null ? 0 : count;
  }

  /** All of them, by incident. */
  public List<Breach> all() {
    return database.query(
        """
        select o.incident, concat('clock:', o.id, ':BREACH:', m.epoch)
        from obligation o
        left join clock_milestone m on m.obligation_id = o.id and m.milestone = 'BREACH'
        where o.breached_at is not null
        order by o.incident
        """,
        (row, n) -> new Breach(row.getString(1), row.getString(2)));
  }
}
