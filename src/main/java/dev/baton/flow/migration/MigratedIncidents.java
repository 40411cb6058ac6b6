package dev.baton.flow.migration;

import dev.baton.web.validation.TextInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored incidents of migrations. */
@Repository
@Transactional
class MigratedIncidents {

  private static final int AT_ONCE = 500;

  private final JdbcClient database;

  MigratedIncidents(JdbcClient database) {
    this.database = database;
  }

  void replace(long id, List<MigratedIncident> incidents) {
    database.sql("delete from flow_migration_incident where migration_id = ?").param(id).update();
    for (int from = 0; from < incidents.size(); from += AT_ONCE) {
      insert(id, incidents.subList(from, Math.min(from + AT_ONCE, incidents.size())));
    }
  }

  private void insert(long id, List<MigratedIncident> some) {
    List<Object> values = new ArrayList<>();
    some.forEach(
        each ->
            values.addAll(
                List.of(
                    id,
                    each.incident(),
                    each.position(),
                    each.state().name(),
                    MigrationRows.json(each.origins()))));
    database
        .sql(
            "insert into flow_migration_incident (migration_id, incident, position, state, origins,"
                + " changes) values "
                + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?, '[]')")))
        .params(values)
        .update();
  }

  /** Unless another node has got further with it. */
  void leave(long id, MigratedIncident incident) {
    if (incident(id, incident.incident(), " for update").state() == MoveState.READY) {
      save(id, incident);
    }
  }

  void save(long id, MigratedIncident incident) {
    database
        .sql(
            """
            update flow_migration_incident set state = ?, message = ?, before_digest = ?,
              after_digest = ?, changes = ?, origins = ?, at = ?
            where migration_id = ? and incident = ?
            """)
        .params(
            Arrays.asList(
                incident.state().name(),
                incident.message() == null
                    ? null
                    : TextInput.shortened(incident.message(), Migrations.LONGEST_MESSAGE),
                incident.before(),
                incident.after(),
                MigrationRows.json(incident.changes()),
                MigrationRows.json(incident.origins()),
                incident.at(),
                id,
                incident.incident()))
        .update();
  }

  /** The next ones in this state. */
  List<MigratedIncident> next(long id, MoveState state, int most) {
    return database
        .sql(
            "select * from flow_migration_incident where migration_id = ? and state = ?"
                + " order by position limit ?")
        .params(id, state.name(), most)
        .query((row, n) -> MigrationRows.incident(row))
        .list();
  }

  /** To be moved: others wait until the transaction ends. */
  MigratedIncident inTurn(long id, String incident) {
    return incident(id, incident, " for update");
  }

  private MigratedIncident incident(long id, String number, String lock) {
    return database
        .sql("select * from flow_migration_incident where migration_id = ? and incident = ?" + lock)
        .params(id, number)
        .query((row, n) -> MigrationRows.incident(row))
        .single();
  }

  /** In the order in which they are moved. */
  @Transactional(readOnly = true)
  public Page<MigratedIncident> list(long id, MoveState only, Pageable page) {
    String state = only == null ? null : only.name();
    List<MigratedIncident> found =
        database
            .sql(
                "select * from flow_migration_incident where migration_id = ?"
                    + " and state = coalesce(?, state) order by position limit ? offset ?")
            .params(Arrays.asList(id, state, page.getPageSize(), page.getOffset()))
            .query((row, n) -> MigrationRows.incident(row))
            .list();
    long all =
        database
            .sql(
                "select count(*) from flow_migration_incident where migration_id = ?"
                    + " and state = coalesce(?, state)")
            .params(Arrays.asList(id, state))
            .query(Long.class)
            .single();
    return new PageImpl<>(found, page, all);
  }

  /** How many incidents are in each state; those in which none is are left out. */
  @Transactional(readOnly = true)
  public Map<MoveState, Integer> counts(long id) {
    return database
        .sql(
            "select state, count(*) many from flow_migration_incident where migration_id = ?"
                + " group by state")
        .param(id)
        .query((row, n) -> Map.entry(MoveState.valueOf(row.getString("state")), row.getInt("many")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
