package dev.baton.sla;

import dev.baton.database.Batches;
import dev.baton.incident.search.IncidentSqlFilter;
import dev.baton.sla.agreement.ObligationKind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds the promises that press: past due or at risk, and the first deadlines of incidents. */
@Repository
@Transactional(readOnly = true)
public class UrgentObligations {

  /** The first deadline of each incident that a clock runs for. */
  private static final String FIRST_DEADLINES =
      " (select o.incident, min(o.due_at) due_at from obligation o"
          + " where o.state = 'RUNNING' and o.due_at is not null%s group by o.incident) d"
          + " on d.incident = i.number";

  private final JdbcTemplate jdbc;

  UrgentObligations(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The promise of an incident that presses most.
   *
   * @param incident its number
   */
  public record UrgentObligation(
      String incident, ObligationKind kind, Instant dueAt, boolean isLate) {}

  /**
   * Of each incident the one that presses most, those due first at the front; what is late goes
   * before what is at risk within an incident. The index has these few of all that are open.
   */
  public List<UrgentObligation> at(Instant now) {
    return jdbc.query(
        """
        select p.incident, p.kind, p.due, p.is_late from (
          select o.id, o.incident, o.kind, coalesce(o.due_at, o.breached_at) due,
            (o.breached_at is not null or o.due_at < ?) is_late,
            row_number() over (partition by o.incident order by
              (o.breached_at is not null or o.due_at < ?) desc,
              coalesce(o.due_at, o.breached_at), o.id) of_incident
          from obligation o
          where o.is_over = false and o.met_at is null
            and (o.at_risk = true or (o.at_risk = false and o.due_at < ?))
            and (o.state = 'RUNNING' or o.breached_at is not null)
        ) p where p.of_incident = 1 order by p.due, p.id
        """,
        (row, n) ->
            new UrgentObligation(
                row.getString(1),
                ObligationKind.valueOf(row.getString(2)),
                row.getTimestamp(3).toInstant(),
                row.getBoolean(4)),
        Timestamp.from(now),
        Timestamp.from(now),
        Timestamp.from(now));
  }

  /** Those of the numbers for whose incidents a clock runs. */
  public Set<String> running(Collection<String> numbers) {
    Set<String> found = new HashSet<>();
    for (List<String> some : Batches.of(numbers)) {
      found.addAll(
          jdbc.queryForList(
              "select distinct o.incident from obligation o where o.incident in (%s)"
                      .formatted(Batches.places(some))
                  + " and o.is_over = false and o.state = 'RUNNING'",
              String.class,
              some.toArray()));
    }
    return found;
  }

  /**
   * Adds the first deadline as {@code d.due_at} to what is selected of incidents; null where no
   * clock runs.
   */
  public static void joinFirstDeadlines(IncidentSqlFilter selection) {
    selection.join("left join" + FIRST_DEADLINES.formatted(""));
  }

  /** The same of those incidents alone whose first deadline comes no later than that. */
  public static void joinFirstDeadlines(IncidentSqlFilter selection, Instant latest) {
    selection.join(
        "join" + FIRST_DEADLINES.formatted(" and o.due_at <= ?"), Timestamp.from(latest));
  }
}
