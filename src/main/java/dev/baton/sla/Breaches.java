package dev.baton.sla;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts broken promises in the tables themselves, for an audit of what followed from them. */
@Repository
@Transactional(readOnly = true)
public class Breaches {

  private final JdbcClient jdbc;

  Breaches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A breach of an obligation, once for each epoch in which it was recorded.
   *
   * @param source the name under which it raises an escalation; null where no milestone was
   *     recorded
   */
  public record Breach(String incident, String source) {}

  public int obligations() {
    return jdbc.sql("select count(*) from obligation where breached_at is not null")
        .query(Integer.class)
        .single();
  }

  /** All of them, by incident. */
  public List<Breach> all() {
    return jdbc.sql(
            """
            select o.incident, concat('clock:', o.id, ':BREACH:', m.epoch) source
            from obligation o
            left join clock_milestone m on m.obligation_id = o.id and m.milestone = 'BREACH'
            where o.breached_at is not null
            order by o.incident
            """)
        .query(Breach.class)
        .list();
  }
}
