package dev.baton.escalation;

import dev.baton.incident.search.IncidentSqlFilter;
import dev.baton.staff.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds the escalations that go on and that nobody has answered. */
@Repository
@Transactional(readOnly = true)
public class UnansweredEscalations {

  private final JdbcClient jdbc;

  UnansweredEscalations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One of them, and the number of its incident. */
  public record Unanswered(long id, String incident, Instant startedAt) {}

  /** How one of them stands; role, responder and instants but the start may be null. */
  public record Details(
      long id,
      EscalationState state,
      Trigger trigger,
      Role role,
      String responder,
      Instant startedAt,
      Instant dueAt,
      int round,
      String flowInstance) {}

  /** One that found nobody on any rung, since when, and the last line of its record. */
  public record Waiting(String incident, Instant since, String text, String flowInstance) {}

  /** All of them, the longest unanswered first: open ones are few. */
  public List<Unanswered> all() {
    return jdbc.sql(
            """
            select id, incident, started_at from escalation
            where open_incident is not null and state in ('RAISED', 'TOLD', 'WAITING')
            order by started_at, id
            """)
        .query(Unanswered.class)
        .list();
  }

  /** Limits a selection of incidents to those that have one. */
  public static void select(IncidentSqlFilter selection) {
    selection.where(
        "i.number in (select e.open_incident from escalation e where e.open_incident is not null"
            + " and e.state in ('RAISED', 'TOLD', 'WAITING'))");
  }

  /** Of these ids; not for more than are shown at once. */
  public Map<Long, Details> details(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select id, state, cause as `trigger`, role, responder, started_at, due_at, round,
              flow_instance_id as flow_instance
            from escalation where id in (:ids)
            """)
        .param("ids", ids)
        .query(Details.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Details::id, Function.identity()));
  }

  /** Those that found nobody, the longest first; those after the offset. */
  public List<Waiting> waiting(int offset, int most) {
    return jdbc.sql(
            """
            select x.incident, e.at as since, e.text, x.flow_instance_id as flow_instance
            from escalation x join escalation_log_entry e
              on e.id = (select max(last.id) from escalation_log_entry last
                where last.escalation_id = x.id)
            where x.open_incident is not null and x.state = 'WAITING'
            order by e.at, e.id limit ? offset ?
            """)
        .params(most, offset)
        .query(Waiting.class)
        .list();
  }
}
