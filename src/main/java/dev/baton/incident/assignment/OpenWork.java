package dev.baton.incident.assignment;

import dev.baton.incident.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the open incidents of people and teams, as the list of open incidents has them. */
@Service
@Transactional(readOnly = true)
public class OpenWork {

  private static final List<String> OPEN = Status.open().stream().map(Status::name).toList();

  private final JdbcClient jdbc;

  OpenWork(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By sign-in name; nobody without open work is in it. */
  public Map<String, Long> ofPeople(Collection<String> logins) {
    return count(
        "select assignee, count(*) from incident"
            + " where assignee in (:names) and status in (:open) group by assignee",
        logins);
  }

  /** By code, whoever holds it; no team without open work is in it. */
  public Map<String, Long> ofTeams(Collection<String> teams) {
    return count(
        "select team, count(*) from incident"
            + " where team in (:names) and status in (:open) group by team",
        teams);
  }

  /** By code, what nobody holds; no team whose queue is empty is in it. */
  public Map<String, Long> unassigned(Collection<String> teams) {
    return count(
        "select team, count(*) from incident"
            + " where team in (:names) and status in (:open) and assignee is null group by team",
        teams);
  }

  private Map<String, Long> count(String sql, Collection<String> names) {
    Map<String, Long> counts = new HashMap<>();
    if (!names.isEmpty()) {
      jdbc.sql(sql)
          .param("names", names)
          .param("open", OPEN)
          .query(
              row -> {
                counts.put(row.getString(1), row.getLong(2));
              });
    }
    return counts;
  }
}
