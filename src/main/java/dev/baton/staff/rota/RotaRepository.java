package dev.baton.staff.rota;

import dev.baton.web.validation.InvalidInput;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The stored entries of rota, absences and deputies, read and written one by one. */
@Component
class RotaRepository {

  static final String INSERT_ONE_OFF =
      "insert into rota_one_off (agent_id, team_id, starts_at, ends_at, kind, source)"
          + " values (?,?,?,?,?,?)";

  private static final String WEEKLY =
      "select e.*, a.login, t.code from rota_weekly e join agent a on a.id = e.agent_id"
          + " left join team t on t.id = e.team_id ";
  private static final String ONE_OFF =
      "select e.*, a.login, t.code from rota_one_off e join agent a on a.id = e.agent_id"
          + " left join team t on t.id = e.team_id ";
  private static final String ABSENCE =
      "select e.*, a.login from absence e join agent a on a.id = e.agent_id ";
  private static final String DEPUTY =
      "select e.*, a.login, d.login deputy from deputy e join agent a on a.id = e.agent_id"
          + " join agent d on d.id = e.deputy_id ";
  private static final String POST_DEPUTY =
      "select e.*, t.code, d.login deputy from post_deputy e"
          + " left join team t on t.id = e.team_id join agent d on d.id = e.deputy_id ";

  private final JdbcTemplate database;

  RotaRepository(JdbcTemplate database) {
    this.database = database;
  }

  long insert(String sql, Object... values) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    database.update(
        connection -> {
          PreparedStatement insert =
              connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
          for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
          }
          return insert;
        },
        key);
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** Runs an update whose last parameter is the id. */
  void update(String sql, Object[] values, long id) {
    List<Object> all = new ArrayList<>(Arrays.asList(values));
    all.add(id);
    database.update(sql, all.toArray());
  }

  /** Refuses an entry that is not there, or somebody else's. */
  void owned(String table, long id, long agent) {
    Integer found =
        database.queryForObject(
            "select count(*) from " + table + " where id = ? and agent_id = ?",
            Integer.class,
            id,
            agent);
    if (found == null || found == 0) {
      throw new InvalidInput("id", "the agent has no entry with id " + id);
    }
  }

  boolean remove(String table, long id, long agent) {
    return database.update("delete from " + table + " where id = ? and agent_id = ?", id, agent)
        > 0;
  }

  WeeklyShift weekly(long id) {
    return database.queryForObject(WEEKLY + "where e.id = ?", RotaRepository::weeklyIn, id);
  }

  List<WeeklyShift> weeklyOf(String login) {
    return database.query(
        WEEKLY + "where a.login = ? order by e.valid_from, e.id", RotaRepository::weeklyIn, login);
  }

  OneOffShift oneOff(long id) {
    return database.queryForObject(ONE_OFF + "where e.id = ?", RotaRepository::oneOffIn, id);
  }

  List<OneOffShift> oneOffsOf(String login, Instant from, Instant to) {
    return database.query(
        ONE_OFF
            + "where a.login = ? and e.starts_at < ? and e.ends_at > ? order by e.starts_at, e.id",
        RotaRepository::oneOffIn,
        login,
        RotaSubjects.stored(to),
        RotaSubjects.stored(from));
  }

  Absence absence(long id) {
    return database.queryForObject(ABSENCE + "where e.id = ?", RotaRepository::absenceIn, id);
  }

  List<Absence> absencesOf(String login) {
    return database.query(
        ABSENCE + "where a.login = ? order by e.starts_at", RotaRepository::absenceIn, login);
  }

  Deputy deputy(long id) {
    return database.queryForObject(DEPUTY + "where e.id = ?", RotaRepository::deputyIn, id);
  }

  List<Deputy> deputies() {
    return database.query(DEPUTY + "order by a.login, e.starts_at, e.id", RotaRepository::deputyIn);
  }

  List<PostDeputy> postDeputies() {
    return database.query(
        POST_DEPUTY + "order by t.code, e.role, e.starts_at, e.id", RotaRepository::postDeputyIn);
  }

  static Object[] values(OneOffShift shift, long agent, Long team) {
    return new Object[] {
      agent,
      team,
      RotaSubjects.stored(shift.from()),
      RotaSubjects.stored(shift.to()),
      shift.kind().name(),
      shift.source()
    };
  }

  private static WeeklyShift weeklyIn(ResultSet row, int number) throws SQLException {
    return new WeeklyShift(
        row.getLong("id"),
        row.getString("login"),
        row.getString("code"),
        Set.copyOf(WeeklyPattern.days(row.getInt("days"))),
        new TimeOfDay(row.getInt("start_minute")),
        new TimeOfDay(row.getInt("end_minute")),
        ZoneId.of(row.getString("zone")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getInt("every_weeks"));
  }

  private static OneOffShift oneOffIn(ResultSet row, int number) throws SQLException {
    return new OneOffShift(
        row.getLong("id"),
        row.getString("login"),
        row.getString("code"),
        RosterLoader.instant(row, "starts_at"),
        RosterLoader.instant(row, "ends_at"),
        OneOffShift.OneOffShiftKind.valueOf(row.getString("kind")),
        row.getString("source"));
  }

  private static Absence absenceIn(ResultSet row, int number) throws SQLException {
    return new Absence(
        row.getLong("id"),
        row.getString("login"),
        RosterLoader.instant(row, "starts_at"),
        RosterLoader.instant(row, "ends_at"),
        Absence.AbsenceKind.valueOf(row.getString("kind")),
        row.getString("note"));
  }

  private static Deputy deputyIn(ResultSet row, int number) throws SQLException {
    return new Deputy(
        row.getLong("id"),
        row.getString("login"),
        row.getString("deputy"),
        RosterLoader.role(row),
        RosterLoader.instant(row, "starts_at"),
        RosterLoader.instant(row, "ends_at"));
  }

  private static PostDeputy postDeputyIn(ResultSet row, int number) throws SQLException {
    return new PostDeputy(
        row.getLong("id"),
        new Post(row.getString("code"), RosterLoader.role(row)),
        row.getString("deputy"),
        RosterLoader.instant(row, "starts_at"),
        RosterLoader.instant(row, "ends_at"));
  }
}
