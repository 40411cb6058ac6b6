package dev.baton.desk.internal.board;

import dev.baton.desk.internal.board.BoardBody.Climb;
import dev.baton.desk.internal.board.BoardBody.Cut;
import dev.baton.desk.internal.board.BoardBody.Held;
import dev.baton.desk.internal.board.BoardBody.Line;
import dev.baton.desk.internal.board.BoardBody.Promise;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.Trigger;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.sla.ObligationKind;
import dev.baton.staff.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What the board shows of incidents, obligations and escalations. Each statement reads an index and
 * the few rows that are shown; the figures are in src/docs/board.md.
 */
@Repository
class BoardRecords {

  private static final int AT_ONCE = 1_000;

  /** Not over: a resolved incident waits for the client's word. */
  private static final String OPEN =
      " i.status in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD', 'RESOLVED')";

  /** The desk has something to do. */
  private static final List<Status> UNRESOLVED =
      List.of(Status.RECEIVED, Status.ASSIGNED, Status.IN_PROGRESS, Status.ON_HOLD);

  private static final String LINE =
      " i.number, i.subject, i.client_code, i.priority, i.status, i.team, i.assignee, i.opened_at,"
          + " i.flow_instance_id ";

  private static final String PAST_PROMISE =
      " i.status = 'ON_HOLD' and (i.hold_until < :now or i.hold_reminders > 0)";

  private static final String UNANSWERED =
      " x.open_incident is not null and x.state in ('RAISED', 'TOLD', 'WAITING')";

  private final NamedParameterJdbcTemplate database;

  BoardRecords(NamedParameterJdbcTemplate database) {
    this.database = database;
  }

  /** How many incidents of a priority are in a state. */
  record Counted(Priority priority, Status status, long count) {}

  List<Counted> open(BoardFilter filter) {
    return database.query(
        "select i.priority, i.status, count(*) from incident i where"
            + OPEN
            + filter.conditions()
            + " group by i.priority, i.status",
        filter.parameters(),
        (row, n) -> new Counted(priority(row), Status.valueOf(row.getString(2)), row.getLong(3)));
  }

  /** Within each status the index has them in their order. */
  List<Line> oldest(BoardFilter filter, int most) {
    String ofEach =
        UNRESOLVED.stream()
            .map(
                status ->
                    "(select i.id, i.opened_at from incident i where i.status = '%s'%s order by"
                            .formatted(status, filter.conditions())
                        + " i.opened_at limit :most)")
            .collect(Collectors.joining(" union all "));
    return database.query(
        "select"
            + LINE
            + "from ("
            + ofEach
            + ") oldest join incident i on i.id = oldest.id"
            + " order by i.opened_at, i.id limit :most",
        filter.parameters().addValue("most", most),
        (row, n) -> line(row));
  }

  /** What is past due, and what is at risk, each incident once; of both the first. */
  Pressing pressing(BoardFilter filter, Instant now, int most) {
    Pressing pressing = new Pressing();
    database.query(
        """
        select %s, q.kind, q.due, q.is_late, q.total from (
          select p.*, row_number() over (partition by p.is_late order by p.due, p.id) place,
            count(*) over (partition by p.is_late) total
          from (
            select i.id, o.kind, coalesce(o.due_at, o.breached_at) due,
              (o.breached_at is not null or o.due_at < :now) is_late,
              row_number() over (partition by o.incident order by
                (o.breached_at is not null or o.due_at < :now) desc,
                coalesce(o.due_at, o.breached_at), o.id) of_incident
            from obligation o join incident i on i.number = o.incident
            where o.is_over = false and o.met_at is null
              and (o.at_risk = true or (o.at_risk = false and o.due_at < :now))
              and (o.state = 'RUNNING' or o.breached_at is not null)
              and i.status in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD')%s
          ) p where p.of_incident = 1
        ) q join incident i on i.id = q.id
        where q.place <= :most order by q.due, i.id
        """
            .formatted(LINE, filter.conditions()),
        at(filter, now).addValue("most", most),
        row -> {
          pressing.add(
              row.getBoolean("is_late"),
              row.getLong("total"),
              new Promise(
                  line(row), ObligationKind.valueOf(row.getString("kind")), instant(row, "due")));
        });
    return pressing;
  }

  Cut<Held> held(BoardFilter filter, Instant now, int most) {
    MapSqlParameterSource values = at(filter, now).addValue("most", most);
    String where = " from incident i where" + PAST_PROMISE + filter.conditions();
    List<Held> first =
        database.query(
            "select"
                + LINE
                + ", i.hold_reason, i.hold_since, i.hold_until, i.hold_owner, i.hold_reminders"
                + where
                + " order by i.hold_until, i.id limit :most",
            values,
            (row, n) ->
                new Held(
                    line(row),
                    HoldReason.valueOf(row.getString("hold_reason")),
                    instant(row, "hold_since"),
                    instant(row, "hold_until"),
                    row.getString("hold_owner"),
                    row.getInt("hold_reminders")));
    return new Cut<>(count(where, values, first.size(), most), first);
  }

  Cut<Climb> unanswered(BoardFilter filter, int most) {
    MapSqlParameterSource values = filter.parameters().addValue("most", most);
    String where =
        " from escalation x join incident i on i.number = x.incident where"
            + UNANSWERED
            + filter.conditions();
    List<Climb> first =
        database.query(
            "select"
                + LINE
                + ", x.id, x.state, x.cause, x.role, x.responder, x.started_at, x.due_at, x.round,"
                + " x.flow_instance_id climb"
                + where
                + " order by i.priority, x.started_at, x.id limit :most",
            values,
            (row, n) ->
                new Climb(
                    row.getLong("id"),
                    line(row),
                    EscalationState.valueOf(row.getString("state")),
                    Trigger.valueOf(row.getString("cause")),
                    group(row.getString("role")),
                    row.getString("responder"),
                    instant(row, "started_at"),
                    instant(row, "due_at"),
                    row.getInt("round"),
                    row.getString("climb")));
    return new Cut<>(count(where, values, first.size(), most), first);
  }

  /** Something about an incident, since when, and at which instance it is to be seen. */
  record Remark(String number, Instant since, String text, String instance) {}

  List<Remark> heldNumbers(BoardFilter filter, Instant now, int most) {
    return database.query(
        "select i.number, if(i.hold_until < :now, i.hold_until, i.hold_since), i.hold_reason,"
            + " i.flow_instance_id from incident i where"
            + PAST_PROMISE
            + filter.conditions()
            + " order by i.hold_until limit :most",
        at(filter, now).addValue("most", most),
        BoardRecords::remark);
  }

  /** Climbs that found nobody on any rung, with the last line of their record. */
  List<Remark> climbsOnNobody(BoardFilter filter, int most) {
    return database.query(
        """
        select x.incident, e.at, e.text, x.flow_instance_id
        from escalation x join incident i on i.number = x.incident
        join climb_entry e
          on e.id = (select max(last.id) from climb_entry last where last.escalation_id = x.id)
        where x.open_incident is not null and x.state = 'WAITING'%s
        order by e.at limit :most
        """
            .formatted(filter.conditions()),
        filter.parameters().addValue("most", most),
        BoardRecords::remark);
  }

  /** What waits in the queues of the teams while time runs for it; the text is the team. */
  List<Remark> queued(Collection<String> teams, BoardFilter filter, int most) {
    if (teams.isEmpty()) {
      return List.of();
    }
    return database.query(
        """
        select i.number, i.opened_at, i.team, i.flow_instance_id from incident i
        where i.team in (:queues) and i.status = 'ASSIGNED' and i.assignee is null
          and exists (select 1 from obligation o
            where o.incident = i.number and o.is_over = false and o.state = 'RUNNING')%s
        order by i.opened_at limit :most
        """
            .formatted(filter.conditions()),
        filter.parameters().addValue("queues", teams).addValue("most", most),
        BoardRecords::remark);
  }

  /** Those of the numbers that are open and within the filter. */
  List<Line> open(Collection<String> numbers, BoardFilter filter) {
    List<Line> found = new ArrayList<>();
    inPortions(
        numbers,
        some ->
            found.addAll(
                database.query(
                    "select"
                        + LINE
                        + "from incident i where i.number in (:some) and"
                        + OPEN
                        + filter.conditions(),
                    filter.parameters().addValue("some", some),
                    (row, n) -> line(row))));
    return found;
  }

  /** The flow instances of all that is open within the filter. */
  List<String> instances(BoardFilter filter) {
    return database.queryForList(
        "select i.flow_instance_id from incident i where i.flow_instance_id is not null and"
            + OPEN
            + filter.conditions(),
        filter.parameters(),
        String.class);
  }

  /** Those of the numbers that are within the filter, open or not. */
  Set<String> within(Collection<String> numbers, BoardFilter filter) {
    Set<String> found = new LinkedHashSet<>();
    inPortions(
        numbers,
        some ->
            found.addAll(
                database.queryForList(
                    "select i.number from incident i where i.number in (:some)"
                        + filter.conditions(),
                    filter.parameters().addValue("some", some),
                    String.class)));
    return found;
  }

  private static void inPortions(Collection<String> all, Consumer<List<String>> work) {
    List<String> list = List.copyOf(all);
    for (int from = 0; from < list.size(); from += AT_ONCE) {
      work.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
    }
  }

  private long count(String where, MapSqlParameterSource values, int found, int most) {
    if (found < most) {
      return found;
    }
    Long count = database.queryForObject("select count(*)" + where, values, Long.class);
    return count == null ? found : count;
  }

  private static MapSqlParameterSource at(BoardFilter filter, Instant now) {
    return filter.parameters().addValue("now", Timestamp.from(now));
  }

  private static Remark remark(ResultSet row, int n) throws SQLException {
    return new Remark(
        row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString("number"),
        row.getString("subject"),
        row.getString("client_code"),
        priority(row),
        Status.valueOf(row.getString("status")),
        row.getString("team"),
        row.getString("assignee"),
        instant(row, "opened_at"),
        row.getString("flow_instance_id"));
  }

  /** As the API names a role: team-lead. */
  private static String group(String role) {
    return role == null ? null : Role.valueOf(role).group();
  }

  private static Priority priority(ResultSet row) throws SQLException {
    String name = row.getString("priority");
    return Arrays.stream(Priority.values())
        .filter(priority -> priority.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
