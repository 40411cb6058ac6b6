package dev.baton.sla;

import dev.baton.database.Batches;
import dev.baton.incident.search.IncidentSqlFilter;
import dev.baton.incident.search.OpenIncidents;
import dev.baton.sla.agreement.ObligationKind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds obligations that are past due or at risk, and the next deadline of each incident. */
@Repository
@Transactional(readOnly = true)
public class UrgentObligations {

  /** The next deadline of each incident with a running clock. */
  private static final String FIRST_DEADLINES =
      " (select o.incident, min(o.due_at) due_at from obligation o"
          + " where o.state = 'RUNNING' and o.due_at is not null%s group by o.incident) d"
          + " on d.incident = i.number";

  /** Late or at risk, and still to be kept. */
  private static final String OF_LIST =
      " o.is_over = false and o.met_at is null"
          + " and (o.at_risk = true or (o.at_risk = false and o.due_at < ?))"
          + " and (o.state = 'RUNNING' or o.breached_at is not null)";

  private final JdbcClient jdbc;

  UrgentObligations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The most urgent obligation of an incident.
   *
   * @param incident its number
   */
  public record UrgentObligation(
      String incident, ObligationKind kind, Instant dueAt, boolean isLate) {}

  /**
   * The most urgent obligation of each incident, by deadline. Within an incident, what is late
   * comes before what is at risk. An index covers these few among all open obligations.
   */
  public List<UrgentObligation> at(Instant now) {
    return jdbc.sql(
            """
            select p.incident, p.kind, p.due_at dueAt, p.is_late isLate from (
              select o.id, o.incident, o.kind, coalesce(o.due_at, o.breached_at) due_at,
                (o.breached_at is not null or o.due_at < :now) is true is_late,
                row_number() over (partition by o.incident order by
                  (o.breached_at is not null or o.due_at < :now) desc,
                  coalesce(o.due_at, o.breached_at), o.id) of_incident
              from obligation o
              where%s
            ) p where p.of_incident = 1 order by p.due_at, p.id
            """
                .formatted(OF_LIST.replace("?", ":now")))
        .param("now", now)
        .query(UrgentObligation.class)
        .list();
  }

  /** Those of the given incidents that have a running clock. */
  public Set<String> running(Collection<String> numbers) {
    Set<String> found = new HashSet<>();
    for (List<String> some : Batches.of(numbers)) {
      found.addAll(
          jdbc.sql(
                  "select distinct o.incident from obligation o where o.incident in (:numbers)"
                      + " and o.is_over = false and o.state = 'RUNNING'")
              .param("numbers", some)
              .query(String.class)
              .list());
    }
    return found;
  }

  /**
   * Limits a selection of incidents to those that are not resolved and whose most urgent obligation
   * is late, or to those where it is at risk; they are those of {@link #at}.
   */
  public static void select(IncidentSqlFilter selection, boolean isLate, Instant now) {
    selection.in(OpenIncidents.UNRESOLVED);
    String urgent = "exists (select 1 from obligation o where o.incident = i.number and" + OF_LIST;
    String late = urgent + " and (o.breached_at is not null or o.due_at < ?))";
    if (isLate) {
      selection.where(late, now, now);
    } else {
      selection.where(urgent + ") and not " + late, now, now, now);
    }
  }

  /**
   * Adds the next deadline as {@code d.due_at} to a selection of incidents; null if no clock is
   * running.
   */
  public static void joinFirstDeadlines(IncidentSqlFilter selection) {
    selection.join("left join" + FIRST_DEADLINES.formatted(""));
  }

  /** The same, limited to incidents whose next deadline is no later than this. */
  public static void joinFirstDeadlines(IncidentSqlFilter selection, Instant latest) {
    selection.join("join" + FIRST_DEADLINES.formatted(" and o.due_at <= ?"), latest);
  }
}
