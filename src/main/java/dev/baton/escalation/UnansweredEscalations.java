package dev.baton.escalation;

import dev.baton.database.Batches;
import dev.baton.staff.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds the escalations that go on and that nobody has answered. */
@Repository
@Transactional(readOnly = true)
public class UnansweredEscalations {

  private static final String UNANSWERED =
      " x.open_incident is not null and x.state in ('RAISED', 'TOLD', 'WAITING')";

  private final JdbcTemplate jdbc;

  UnansweredEscalations(JdbcTemplate jdbc) {
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
    return jdbc.query(
        "select x.id, x.incident, x.started_at from escalation x where"
            + UNANSWERED
            + " order by x.started_at, x.id",
        (row, n) ->
            new Unanswered(row.getLong(1), row.getString(2), row.getObject(3, Instant.class)));
  }

  /** Of these ids; not for more than are shown at once. */
  public Map<Long, Details> details(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .query(
            """
            select x.id, x.state, x.cause, x.role, x.responder, x.started_at, x.due_at, x.round,
              x.flow_instance_id
            from escalation x where x.id in (%s)
            """
                .formatted(Batches.places(ids)),
            (row, n) -> details(row),
            ids.toArray())
        .stream()
        .collect(Collectors.toMap(Details::id, Function.identity()));
  }

  /** Those that found nobody, the longest first; those after the offset. */
  public List<Waiting> waiting(int offset, int most) {
    return jdbc.query(
        """
        select x.incident, e.at, e.text, x.flow_instance_id
        from escalation x join escalation_log_entry e
          on e.id = (select max(last.id) from escalation_log_entry last where last.escalation_id = x.id)
        where x.open_incident is not null and x.state = 'WAITING'
        order by e.at, e.id limit ? offset ?
        """,
        (row, n) ->
            new Waiting(
                row.getString(1),
                row.getObject(2, Instant.class),
                row.getString(3),
                row.getString(4)),
        most,
        offset);
  }

  private static Details details(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return new Details(
        row.getLong("id"),
        EscalationState.valueOf(row.getString("state")),
        Trigger.valueOf(row.getString("cause")),
        role == null ? null : Role.valueOf(role),
        row.getString("responder"),
        row.getObject("started_at", Instant.class),
        row.getObject("due_at", Instant.class),
        row.getInt("round"),
        row.getString("flow_instance_id"));
  }
}
