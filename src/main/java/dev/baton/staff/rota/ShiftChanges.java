package dev.baton.staff.rota;

import dev.baton.staff.rota.ShiftChange.ShiftChangeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shifts that were swapped, taken over or moved. */
@Service
@Transactional(readOnly = true)
public class ShiftChanges {

  private static final String SELECT =
      "select c.id change_id, c.kind change_kind, e.id, a.login, t.code, e.starts_at, e.ends_at,"
          + " e.kind, e.source from rota_one_off e join agent a on a.id = e.agent_id"
          + " join shift_change c on c.id = e.change_id left join team t on t.id = e.team_id ";

  private final JdbcClient database;

  ShiftChanges(JdbcClient database) {
    this.database = database;
  }

  /**
   * Those with a shift of one of these people between two instants, in the order of their entry.
   */
  public List<ShiftChange> of(Collection<String> logins, Instant from, Instant to) {
    return logins.isEmpty()
        ? List.of()
        : read(
            database
                .sql(
                    SELECT
                        + "where e.change_id in (select o.change_id from rota_one_off o"
                        + " join agent b on b.id = o.agent_id where b.login in (:logins)"
                        + " and o.starts_at < :to and o.ends_at > :from) order by e.id")
                .param("logins", logins)
                .param("from", from)
                .param("to", to));
  }

  Optional<ShiftChange> find(long id) {
    return read(database.sql(SELECT + "where c.id = ? order by e.id").param(id)).stream()
        .findFirst();
  }

  private static List<ShiftChange> read(JdbcClient.StatementSpec query) {
    Map<Long, ShiftChangeKind> kinds = new LinkedHashMap<>();
    Map<Long, List<OneOffShift>> shifts = new LinkedHashMap<>();
    query.query(
        row -> {
          long id = row.getLong("change_id");
          kinds.put(id, ShiftChangeKind.valueOf(row.getString("change_kind")));
          shifts
              .computeIfAbsent(id, absent -> new ArrayList<>())
              .add(
                  new OneOffShift(
                      row.getLong("id"),
                      row.getString("login"),
                      row.getString("code"),
                      row.getObject("starts_at", Instant.class),
                      row.getObject("ends_at", Instant.class),
                      OneOffShift.OneOffShiftKind.valueOf(row.getString("kind")),
                      row.getString("source")));
        });
    return kinds.entrySet().stream()
        .map(each -> new ShiftChange(each.getKey(), each.getValue(), shifts.get(each.getKey())))
        .toList();
  }

  /** Whether something was entered later for the time of one of its shifts and the same person. */
  boolean isBuiltUpon(ShiftChange change) {
    return change.shifts().stream()
        .anyMatch(
            shift ->
                database
                        .sql(
                            "select count(*) from rota_one_off e join agent a on a.id = e.agent_id"
                                + " where a.login = ? and e.starts_at < ? and e.ends_at > ?"
                                + " and e.id > ? and (e.change_id is null or e.change_id <> ?)")
                        .params(shift.login(), shift.to(), shift.from(), shift.id(), change.id())
                        .query(Integer.class)
                        .single()
                    > 0);
  }
}
