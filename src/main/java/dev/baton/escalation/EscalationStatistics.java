package dev.baton.escalation;

import dev.baton.database.Batches;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts recorded escalations in the jdbc, for an audit of the ladder. */
@Repository
@Transactional(readOnly = true)
public class EscalationStatistics {

  private final JdbcClient jdbc;

  EscalationStatistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param kind of a record's entry, such as {@code TOLD}
   */
  public record OnRung(String kind, int rung, int count) {}

  /** How many people were told on a rung on one day, in UTC. */
  public record NotifiedOn(LocalDate day, int rung, int count) {}

  /** Escalations by the name of their state. */
  public Map<String, Integer> byState() {
    return byName("select state, count(*) from escalation group by state");
  }

  /** Entries by the name of their kind. */
  public Map<String, Integer> byKind() {
    return byName("select kind, count(*) from escalation_log_entry group by kind");
  }

  /** Entries by kind and rung, those on no rung left out. */
  public List<OnRung> onRungs() {
    return jdbc.sql(
            "select kind, rung, count(*) as count from escalation_log_entry where rung > 0"
                + " group by kind, rung")
        .query(OnRung.class)
        .list();
  }

  /** The roles that stood on each rung, by its number, as a text. */
  public Map<Integer, String> roles() {
    return jdbc
        .sql(
            "select number, group_concat(distinct role order by role separator ', ')"
                + " from escalation_rung group by number")
        .query((row, n) -> Map.entry(row.getInt(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How many people were told of an incident on a rung. */
  public record NotifiedOf(String incident, int rung, String role, int count) {}

  public List<NotifiedOf> notifiedByIncident() {
    return jdbc.sql(
            """
            select e.incident, n.rung, coalesce(r.role, '') as role, count(*) as count
            from escalation_log_entry n
            join escalation e on e.id = n.escalation_id
            left join escalation_rung r on r.escalation_id = n.escalation_id and r.number = n.rung
            where n.kind = 'TOLD'
            group by e.incident, n.rung, r.role
            """)
        .query(NotifiedOf.class)
        .list();
  }

  public List<NotifiedOn> notifiedByDay() {
    return jdbc.sql(
            "select date(at) as day, rung, count(*) as count from escalation_log_entry"
                + " where kind = 'TOLD' group by date(at), rung")
        .query(NotifiedOn.class)
        .list();
  }

  /** Which of these sources raised something. */
  public Set<String> raisedBy(List<String> sources) {
    Set<String> raised = new HashSet<>();
    for (List<String> some : Batches.of(sources)) {
      raised.addAll(
          jdbc.sql("select source from escalation_log_entry where source in (:sources)")
              .param("sources", some)
              .query(String.class)
              .list());
    }
    return raised;
  }

  private Map<String, Integer> byName(String query) {
    return jdbc
        .sql(query)
        .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
