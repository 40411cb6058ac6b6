package dev.baton.sla;

import dev.baton.incident.search.HeldWork;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts overdue obligations by the team and person the incident is assigned to. */
@Service
public class OverdueObligations {

  private final JdbcClient jdbc;
  private final HeldWork work;
  private final Clock clock;

  OverdueObligations(JdbcClient jdbc, HeldWork work, Clock clock) {
    this.jdbc = jdbc;
    this.work = work;
    this.clock = clock;
  }

  /**
   * @param assignee null for the team's queue
   */
  public record OverdueCount(String team, String assignee, long overdue) {}

  private record Holder(String team, String assignee) {}

  /** For all teams. Resolved and unassigned incidents are left out. */
  @Transactional(readOnly = true)
  public List<OverdueCount> now() {
    Map<String, Long> overdue = overdue();
    Map<Holder, Long> counts = new LinkedHashMap<>();
    for (HeldWork.Held held : work.of(overdue.keySet())) {
      Holder holder = new Holder(held.team(), held.assignee());
      counts.merge(holder, overdue.get(held.number()), Long::sum);
    }
    return counts.entrySet().stream()
        .map(
            count ->
                new OverdueCount(
                    count.getKey().team(), count.getKey().assignee(), count.getValue()))
        .toList();
  }

  private Map<String, Long> overdue() {
    Map<String, Long> overdue = new LinkedHashMap<>();
    jdbc.sql(
            """
            select incident, count(*) from obligation
            where is_over = false and (breached_at is not null or due_at < ?)
            group by incident
            """)
        .param(clock.instant())
        .query(
            row -> {
              overdue.put(row.getString(1), row.getLong(2));
            });
    return overdue;
  }
}
