package dev.baton.escalation;

import dev.baton.database.Batches;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts recorded escalations in the database, for an audit of the ladder. */
@Repository
@Transactional(readOnly = true)
public class EscalationStatistics {

  private final JdbcTemplate database;

  EscalationStatistics(JdbcTemplate database) {
    this.database = database;
  }

  /**
   * @param kind of a record's entry, such as {@code TOLD}
   */
  public record OnRung(String kind, int rung, int count) {}

  /** How many people were told on a rung on one day, in UTC. */
  public record ToldOn(LocalDate day, int rung, int count) {}

  /** Climbs by the name of their state. */
  public Map<String, Integer> byState() {
    return byName("select state, count(*) from escalation group by state");
  }

  /** Entries by the name of their kind. */
  public Map<String, Integer> byKind() {
    return byName("select kind, count(*) from escalation_log_entry group by kind");
  }

  /** Entries by kind and rung, those on no rung left out. */
  public List<OnRung> onRungs() {
    return database.query(
        "select kind, rung, count(*) from escalation_log_entry where rung > 0 group by kind, rung",
        (row, n) -> new OnRung(row.getString(1), row.getInt(2), row.getInt(3)));
  }

  /** The roles that stood on each rung, by its number, as a text. */
  public Map<Integer, String> roles() {
    Map<Integer, String> roles = new HashMap<>();
    database.query(
        "select number, group_concat(distinct role order by role separator ', ')"
            + " from escalation_rung group by number",
        row -> {
          roles.put(row.getInt(1), row.getString(2));
        });
    return roles;
  }

  public List<ToldOn> toldByDay() {
    return database.query(
        "select date(at), rung, count(*) from escalation_log_entry where kind = 'TOLD'"
            + " group by date(at), rung",
        (row, n) -> new ToldOn(row.getDate(1).toLocalDate(), row.getInt(2), row.getInt(3)));
  }

  /** Which of these sources raised something. */
  public Set<String> raisedBy(List<String> sources) {
    Set<String> raised = new HashSet<>();
    for (List<String> some : Batches.of(sources)) {
      raised.addAll(
          database.queryForList(
              "select source from escalation_log_entry where source in (%s)"
                  .formatted(Batches.places(some)),
              String.class,
              some.toArray()));
    }
    return raised;
  }

  private Map<String, Integer> byName(String query) {
    Map<String, Integer> counts = new HashMap<>();
    database.query(
        query,
        row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }
}
