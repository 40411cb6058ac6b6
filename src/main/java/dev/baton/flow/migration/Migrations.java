package dev.baton.flow.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.migration.StepTarget;
import dev.baton.web.NotFound;
import dev.baton.web.validation.TextInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
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

  private static final int LONGEST_MESSAGE = 1000;
  private static final int AT_ONCE = 500;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Map<String, StepTarget>>> ANSWERS =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient database;

  Migrations(JdbcClient database) {
    this.database = database;
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
                json(migration.answers()),
                json(migration.targets()),
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
        .query((row, n) -> migration(row))
        .optional();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public Page<Migration> list(Pageable page) {
    List<Migration> found =
        database
            .sql("select * from flow_migration order by id desc limit ? offset ?")
            .params(page.getPageSize(), page.getOffset())
            .query((row, n) -> migration(row))
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
        .params(json(answers), state.name(), id)
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

  void replaceIncidents(long id, List<MigratedIncident> incidents) {
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
                    json(each.origins()))));
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
                    : TextInput.shortened(incident.message(), LONGEST_MESSAGE),
                incident.before(),
                incident.after(),
                json(incident.changes()),
                json(incident.origins()),
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
        .query((row, n) -> incident(row))
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
        .query((row, n) -> incident(row))
        .single();
  }

  /** In the order in which they are moved. */
  @Transactional(readOnly = true)
  public Page<MigratedIncident> incidents(long id, MoveState only, Pageable page) {
    String state = only == null ? null : only.name();
    List<MigratedIncident> found =
        database
            .sql(
                "select * from flow_migration_incident where migration_id = ?"
                    + " and state = coalesce(?, state) order by position limit ? offset ?")
            .params(Arrays.asList(id, state, page.getPageSize(), page.getOffset()))
            .query((row, n) -> incident(row))
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

  private static Migration migration(ResultSet row) throws SQLException {
    String stages = row.getString("stages");
    return new Migration(
        row.getLong("id"),
        row.getString("reason"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        MigrationState.valueOf(row.getString("state")),
        read(row.getString("answers"), ANSWERS),
        read(row.getString("targets"), TEXTS),
        row.getBoolean("evaluates_timers"),
        stages.isEmpty()
            ? List.of()
            : Arrays.stream(stages.split(",")).map(Integer::valueOf).toList(),
        row.getInt("stage"),
        row.getInt("released"),
        row.getObject("back_of") == null ? null : row.getLong("back_of"),
        row.getString("message"),
        row.getTimestamp("finished_at") == null
            ? null
            : row.getTimestamp("finished_at").toInstant());
  }

  private static MigratedIncident incident(ResultSet row) throws SQLException {
    return new MigratedIncident(
        row.getString("incident"),
        row.getInt("position"),
        MoveState.valueOf(row.getString("state")),
        row.getString("message"),
        row.getString("before_digest"),
        row.getString("after_digest"),
        read(row.getString("changes"), new TypeReference<List<FlowChange>>() {}),
        read(row.getString("origins"), TEXTS),
        row.getTimestamp("at") == null ? null : row.getTimestamp("at").toInstant());
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
