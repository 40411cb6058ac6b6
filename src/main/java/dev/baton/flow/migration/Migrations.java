package dev.baton.flow.migration;

import dev.baton.engine.migration.StepTarget;
import dev.baton.web.NotFound;
import dev.baton.web.validation.TextInput;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored migrations. */
@Repository
@Transactional
public class Migrations {

  static final int LONGEST_MESSAGE = 1000;

  private final JdbcClient database;
  private final MigratedIncidents incidents;

  Migrations(JdbcClient database, MigratedIncidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  long add(Migration migration) {
    KeyHolder id = new GeneratedKeyHolder();
    database
        .sql(
            """
            insert into flow_migration (reason, created_by, created_at, state, answers, targets,
              evaluates_timers, stages, stage, released, back_of)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)
            """)
        .params(
            Arrays.asList(
                migration.reason(),
                migration.createdBy(),
                migration.createdAt(),
                migration.state().name(),
                MigrationRows.json(migration.answers()),
                MigrationRows.json(migration.targets()),
                migration.evaluatesTimers(),
                migration.stages().stream().map(String::valueOf).collect(Collectors.joining(",")),
                migration.backOf()))
        .update(id, "id");
    return id.getKey().longValue();
  }

  /**
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public Migration get(long id) {
    return find(id, "").orElseThrow(() -> new NotFound("migration", String.valueOf(id)));
  }

  /** To be changed: others wait from here on. */
  Migration inTurn(long id) {
    return find(id, " for update").orElseThrow(() -> new NotFound("migration", String.valueOf(id)));
  }

  /** As it is now: whoever stops it or changes its answers waits until this transaction ends. */
  Migration held(long id) {
    return find(id, " lock in share mode").orElseThrow();
  }

  private Optional<Migration> find(long id, String lock) {
    return database
        .sql("select * from flow_migration where id = ?" + lock)
        .param(id)
        .query((row, n) -> MigrationRows.migration(row))
        .optional();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public Page<Migration> list(Pageable page) {
    List<Migration> found =
        database
            .sql("select * from flow_migration order by id desc limit ? offset ?")
            .params(page.getPageSize(), page.getOffset())
            .query((row, n) -> MigrationRows.migration(row))
            .list();
    long all = database.sql("select count(*) from flow_migration").query(Long.class).single();
    return new PageImpl<>(found, page, all);
  }

  /** Those in one of these states. */
  List<Long> inState(Collection<MigrationState> states) {
    List<String> names = states.stream().map(MigrationState::name).toList();
    return database
        .sql("select id from flow_migration where state in (:states) order by id")
        .param("states", names)
        .query(Long.class)
        .list();
  }

  void set(long id, MigrationState state, String message, Instant finishedAt) {
    database
        .sql("update flow_migration set state = ?, message = ?, finished_at = ? where id = ?")
        .params(
            Arrays.asList(
                state.name(),
                message == null ? null : TextInput.shortened(message, LONGEST_MESSAGE),
                finishedAt,
                id))
        .update();
  }

  void release(long id, int stage, int released) {
    database
        .sql(
            "update flow_migration set state = ?, message = null, stage = ?, released = ?"
                + " where id = ?")
        .params(MigrationState.RUNNING.name(), stage, released, id)
        .update();
  }

  void answer(long id, Map<String, Map<String, StepTarget>> answers, MigrationState state) {
    database
        .sql("update flow_migration set answers = ?, state = ?, message = null where id = ?")
        .params(MigrationRows.json(answers), state.name(), id)
        .update();
  }

  /** Whether this worker may go on with it, since no other living one does. */
  boolean lease(long id, String owner, Instant now, Instant until) {
    return database
            .sql(
                "update flow_migration set lease_owner = ?, lease_until = ? where id = ?"
                    + " and (lease_owner is null or lease_owner = ? or lease_until < ?)")
            .params(owner, until, id, owner, now)
            .update()
        == 1;
  }

  void endLease(long id, String owner) {
    database
        .sql(
            "update flow_migration set lease_owner = null, lease_until = null"
                + " where id = ? and lease_owner = ?")
        .params(id, owner)
        .update();
  }

  void replaceIncidents(long id, List<MigratedIncident> all) {
    incidents.replace(id, all);
  }

  /** Unless another node has got further with it. */
  void leave(long id, MigratedIncident incident) {
    incidents.leave(id, incident);
  }

  void save(long id, MigratedIncident incident) {
    incidents.save(id, incident);
  }

  /** The next ones in this state. */
  List<MigratedIncident> next(long id, MoveState state, int most) {
    return incidents.next(id, state, most);
  }

  /** To be moved: others wait until the transaction ends. */
  MigratedIncident inTurn(long id, String incident) {
    return incidents.inTurn(id, incident);
  }

  /** In the order in which they are moved. */
  @Transactional(readOnly = true)
  public Page<MigratedIncident> incidents(long id, MoveState only, Pageable page) {
    return incidents.list(id, only, page);
  }

  /** How many incidents are in each state; those in which none is are left out. */
  @Transactional(readOnly = true)
  public Map<MoveState, Integer> counts(long id) {
    return incidents.counts(id);
  }
}
