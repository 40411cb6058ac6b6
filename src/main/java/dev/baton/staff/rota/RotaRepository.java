package dev.baton.staff.rota;

import dev.baton.staff.Role;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The stored entries of rota, absences and deputies, read and written one by one. */
@Component
class RotaRepository {

  static final String INSERT_ONE_OFF =
      "insert into rota_one_off (agent_id, team_id, starts_at, ends_at, kind, source)"
          + " values (?,?,?,?,?,?)";

  static final String WEEKLY =
      "select e.*, a.login, t.code from rota_weekly e join agent a on a.id = e.agent_id"
          + " left join team t on t.id = e.team_id ";
  private static final String ONE_OFF =
      "select e.id, a.login, t.code team, e.starts_at `from`, e.ends_at `to`, e.kind, e.source"
          + " from rota_one_off e join agent a on a.id = e.agent_id"
          + " left join team t on t.id = e.team_id ";
  static final String ABSENCE =
      "select e.agent_id, e.id, a.login, e.starts_at `from`, e.ends_at `until`, e.kind, e.note"
          + " from absence e join agent a on a.id = e.agent_id ";
  static final String DEPUTY =
      "select e.agent_id, e.id, a.login, d.login deputy, e.role, e.starts_at `from`,"
          + " e.ends_at `until` from deputy e join agent a on a.id = e.agent_id"
          + " join agent d on d.id = e.deputy_id ";
  static final String POST_DEPUTY =
      "select e.*, t.code, d.login deputy from post_deputy e"
          + " left join team t on t.id = e.team_id join agent d on d.id = e.deputy_id ";

  private final JdbcClient database;

  RotaRepository(JdbcClient database) {
    this.database = database;
  }

  long insert(String sql, Object... values) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    database.sql(sql).params(values).update(key);
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** Runs an update whose last parameter is the id. */
  void update(String sql, Object[] values, long id) {
    database.sql(sql).params(values).param(id).update();
  }

  /** Refuses an entry that is not there, or somebody else's. */
  void owned(String table, long id, long agent) {
    String sql = "select id from " + table + " where id = ? and agent_id = ?";
    if (database.sql(sql).params(id, agent).query().listOfRows().isEmpty()) {
      throw new InvalidInput("id", LocalizableText.of("refused.rota.noEntry", id));
    }
  }

  boolean remove(String table, long id, long agent) {
    String sql = "delete from " + table + " where id = ? and agent_id = ?";
    return database.sql(sql).params(id, agent).update() > 0;
  }

  /** Whether a one-off shift of the agent was entered by a swap or a move. */
  boolean isPartOfChange(long oneOff, long agent) {
    return database
            .sql(
                "select count(*) from rota_one_off where id = ? and agent_id = ?"
                    + " and change_id is not null")
            .params(oneOff, agent)
            .query(Integer.class)
            .single()
        > 0;
  }

  WeeklyShift weekly(long id) {
    return one(WEEKLY, id).query(RotaRepository::weeklyIn).single();
  }

  List<WeeklyShift> weeklyOf(String login) {
    return database
        .sql(WEEKLY + "where a.login = ? order by e.valid_from, e.id")
        .param(login)
        .query(RotaRepository::weeklyIn)
        .list();
  }

  OneOffShift oneOff(long id) {
    return one(ONE_OFF, id).query(OneOffShift.class).single();
  }

  List<OneOffShift> oneOffsOf(String login, Instant from, Instant to) {
    return database
        .sql(
            ONE_OFF
                + "where a.login = ? and e.starts_at < ? and e.ends_at > ?"
                + " order by e.starts_at, e.id")
        .params(login, to, from)
        .query(OneOffShift.class)
        .list();
  }

  Absence absence(long id) {
    return one(ABSENCE, id).query(Absence.class).single();
  }

  List<Absence> absencesOf(String login) {
    return database
        .sql(ABSENCE + "where a.login = ? order by e.starts_at")
        .param(login)
        .query(Absence.class)
        .list();
  }

  Deputy deputy(long id) {
    return one(DEPUTY, id).query(Deputy.class).single();
  }

  List<Deputy> deputies() {
    return database.sql(DEPUTY + "order by a.login, e.starts_at, e.id").query(Deputy.class).list();
  }

  List<Deputy> deputiesOf(String login) {
    return database
        .sql(DEPUTY + "where a.login = ? order by e.starts_at, e.id")
        .param(login)
        .query(Deputy.class)
        .list();
  }

  List<PostDeputy> postDeputies() {
    return database
        .sql(POST_DEPUTY + "order by t.code, e.role, e.starts_at, e.id")
        .query(RotaRepository::postDeputyIn)
        .list();
  }

  private JdbcClient.StatementSpec one(String select, long id) {
    return database.sql(select + "where e.id = ?").param(id);
  }

  static Object[] values(OneOffShift shift, long agent, Long team) {
    return new Object[] {
      agent, team, shift.from(), shift.to(), shift.kind().name(), shift.source()
    };
  }

  static WeeklyShift weeklyIn(ResultSet row, int number) throws SQLException {
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

  static PostDeputy postDeputyIn(ResultSet row, int number) throws SQLException {
    String role = row.getString("role");
    return new PostDeputy(
        row.getLong("id"),
        new Post(row.getString("code"), role == null ? null : Role.valueOf(role)),
        row.getString("deputy"),
        row.getObject("starts_at", Instant.class),
        row.getObject("ends_at", Instant.class));
  }
}
