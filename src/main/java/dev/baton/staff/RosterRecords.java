package dev.baton.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the roster, or what has changed of it since a revision. */
@Component
class RosterRecords {

  private static final int ROWS_AT_ONCE = 2_000; // a year of single shifts must not be held twice

  private final JdbcTemplate database;

  RosterRecords(DataSource database) {
    this.database = new JdbcTemplate(database);
    this.database.setFetchSize(ROWS_AT_ONCE);
  }

  /** A roster of the later revision: people who changed since are read, others taken over. */
  Roster since(Roster known, long revision) {
    Map<Long, String> teams = teams();
    Map<Long, String> logins = new HashMap<>();
    database.query(
        "select id, login from agent",
        row -> {
          logins.put(row.getLong("id"), row.getString("login"));
        });
    return known.with(
        revision,
        new People(known.revision(), teams, logins).read(),
        posts(known.revision(), teams, logins));
  }

  private Map<Long, String> teams() {
    Map<Long, String> teams = new HashMap<>();
    database.query(
        "select id, code from team",
        row -> {
          teams.put(row.getLong("id"), row.getString("code"));
        });
    return teams;
  }

  private List<PostDeputy> posts(long since, Map<Long, String> teams, Map<Long, String> logins) {
    Long changed =
        database.queryForObject("select posts from staff_revision where id = 1", Long.class);
    return changed != null && changed <= since
        ? null
        : database.query(
            "select id, team_id, role, deputy_id, starts_at, ends_at from post_deputy order by id",
            (row, number) ->
                new PostDeputy(
                    row.getLong("id"),
                    new Post(team(row, teams), role(row)),
                    logins.get(row.getLong("deputy_id")),
                    instant(row, "starts_at"),
                    instant(row, "ends_at")));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private static String team(ResultSet row, Map<Long, String> teams) throws SQLException {
    long team = row.getLong("team_id");
    return row.wasNull() ? null : teams.get(team);
  }

  static Role role(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return role == null ? null : Role.valueOf(role);
  }

  /** Reads whoever changed, one table after the other. */
  private final class People {

    private final long since;
    private final Map<Long, String> teams;
    private final Map<Long, String> logins;
    private final Map<Long, Set<Role>> rolesOf = new HashMap<>();
    private final Map<Long, Set<String>> teamsOf = new HashMap<>();
    private final Map<Long, List<WeeklyShift>> weeklyOf = new HashMap<>();
    private final Map<Long, List<OneOffs.Entry>> oneOffsOf = new HashMap<>();
    private final Map<Long, List<Absence>> absencesOf = new HashMap<>();
    private final Map<Long, List<Deputy>> deputiesOf = new HashMap<>();

    People(long since, Map<Long, String> teams, Map<Long, String> logins) {
      this.since = since;
      this.teams = teams;
      this.logins = logins;
    }

    List<Person> read() {
      each("agent_role", (row, of) -> add(rolesOf, of, Role.valueOf(row.getString("role"))));
      each("agent_team", (row, of) -> add(teamsOf, of, team(row, teams)));
      each("rota_weekly", (row, of) -> list(weeklyOf, of).add(weekly(row, logins.get(of))));
      each("absence", (row, of) -> list(absencesOf, of).add(absence(row, logins.get(of))));
      each("deputy", (row, of) -> list(deputiesOf, of).add(deputy(row, of)));
      each("rota_one_off", (row, of) -> list(oneOffsOf, of).add(oneOff(row)));
      return database.query(
          "select id, login, name, zone, active from agent where revision > ?",
          (row, number) -> person(row),
          since);
    }

    private void each(String table, Row reader) {
      database.query(
          "select t.* from agent a join " + table + " t on t.agent_id = a.id where a.revision > ?",
          row -> {
            reader.read(row, row.getLong("agent_id"));
          },
          since);
    }

    private Person person(ResultSet row) throws SQLException {
      long id = row.getLong("id");
      return new Person(
          new Person.Facts(
              row.getString("login"),
              row.getString("name"),
              ZoneId.of(row.getString("zone")),
              row.getBoolean("active"),
              Set.copyOf(rolesOf.getOrDefault(id, Set.of())),
              Set.copyOf(teamsOf.getOrDefault(id, Set.of())),
              weeklyOf.getOrDefault(id, List.of()),
              oneOffsOf.getOrDefault(id, List.of()),
              absencesOf.getOrDefault(id, List.of()),
              deputiesOf.getOrDefault(id, List.of())));
    }

    private WeeklyShift weekly(ResultSet row, String login) throws SQLException {
      return new WeeklyShift(
          row.getLong("id"),
          login,
          team(row, teams),
          Set.copyOf(Pattern.days(row.getInt("days"))),
          new DayTime(row.getInt("start_minute")),
          new DayTime(row.getInt("end_minute")),
          ZoneId.of(row.getString("zone")),
          row.getObject("valid_from", LocalDate.class),
          row.getObject("valid_to", LocalDate.class),
          row.getInt("every_weeks"));
    }

    private OneOffs.Entry oneOff(ResultSet row) throws SQLException {
      return new OneOffs.Entry(
          row.getLong("id"),
          team(row, teams),
          instant(row, "starts_at").toEpochMilli(),
          instant(row, "ends_at").toEpochMilli(),
          OneOffShift.Kind.EXTRA.name().equals(row.getString("kind")));
    }

    private Absence absence(ResultSet row, String login) throws SQLException {
      return new Absence(
          row.getLong("id"),
          login,
          instant(row, "starts_at"),
          instant(row, "ends_at"),
          Absence.Kind.valueOf(row.getString("kind")),
          row.getString("note"));
    }

    private Deputy deputy(ResultSet row, long of) throws SQLException {
      return new Deputy(
          row.getLong("id"),
          logins.get(of),
          logins.get(row.getLong("deputy_id")),
          role(row),
          instant(row, "starts_at"),
          instant(row, "ends_at"));
    }

    private static <T> List<T> list(Map<Long, List<T>> lists, long key) {
      return lists.computeIfAbsent(key, absent -> new ArrayList<>());
    }

    private static <T> void add(Map<Long, Set<T>> sets, long key, T value) {
      sets.computeIfAbsent(key, absent -> new HashSet<>()).add(value);
    }
  }

  /** Takes a row of somebody. */
  private interface Row {
    void read(ResultSet row, long agent) throws SQLException;
  }
}
