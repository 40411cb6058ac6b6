package dev.baton.staff.rota;

import dev.baton.staff.Role;
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
class RosterLoader {

  private static final int ROWS_AT_ONCE = 2_000; // a year of single shifts must not be held twice

  private static final String ROLES =
      "select t.agent_id, t.role from agent a join agent_role t on t.agent_id = a.id";
  private static final String TEAMS =
      "select t.agent_id, t.team_id from agent a join agent_team t on t.agent_id = a.id";
  private static final String WEEKLY =
      "select t.*, a.login from agent a join rota_weekly t on t.agent_id = a.id";
  private static final String ABSENCES =
      "select t.*, a.login from agent a join absence t on t.agent_id = a.id";
  private static final String DEPUTIES =
      "select t.*, a.login, d.login deputy from agent a join deputy t on t.agent_id = a.id"
          + " join agent d on d.id = t.deputy_id";
  // The one table with many rows: milliseconds are read far faster than dates.
  private static final String ONE_OFFS =
      "select t.agent_id, t.id, t.team_id, t.kind = 'EXTRA' extra,"
          + " timestampdiff(microsecond, '1970-01-01', t.starts_at) div 1000 starts,"
          + " timestampdiff(microsecond, '1970-01-01', t.ends_at) div 1000 ends"
          + " from agent a join rota_one_off t on t.agent_id = a.id";

  private final JdbcTemplate database;

  RosterLoader(DataSource database) {
    this.database = new JdbcTemplate(database);
    this.database.setFetchSize(ROWS_AT_ONCE);
  }

  /** A roster of the later revision: people who changed since are read, others taken over. */
  Roster since(Roster known, long revision) {
    Map<Long, String> teams = teams();
    return known.with(
        revision, new People(known.revision(), teams).read(), posts(known.revision(), teams));
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

  private List<PostDeputy> posts(long since, Map<Long, String> teams) {
    Long changed =
        database.queryForObject("select posts from staff_revision where id = 1", Long.class);
    return changed != null && changed <= since
        ? null
        : database.query(
            "select p.*, d.login from post_deputy p join agent d on d.id = p.deputy_id order by"
                + " p.id",
            (row, number) ->
                new PostDeputy(
                    row.getLong("id"),
                    new Post(team(row, teams), role(row)),
                    row.getString("login"),
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
    private final Map<Long, Set<Role>> rolesOf = new HashMap<>();
    private final Map<Long, Set<String>> teamsOf = new HashMap<>();
    private final Map<Long, List<WeeklyShift>> weeklyOf = new HashMap<>();
    private final Map<Long, List<OneOffShifts.Entry>> oneOffsOf = new HashMap<>();
    private final Map<Long, List<Absence>> absencesOf = new HashMap<>();
    private final Map<Long, List<Deputy>> deputiesOf = new HashMap<>();

    People(long since, Map<Long, String> teams) {
      this.since = since;
      this.teams = teams;
    }

    /** People first: who changes during the reading is read with the next revision. */
    List<RosterPerson> read() {
      List<Row> people =
          database.query(
              "select id, login, name, zone, active from agent where revision > ?",
              (row, number) ->
                  new Row(
                      row.getLong("id"),
                      row.getString("login"),
                      row.getString("name"),
                      ZoneId.of(row.getString("zone")),
                      row.getBoolean("active")),
              since);
      if (people.isEmpty()) {
        return List.of();
      }
      each(ROLES, (row, of) -> add(rolesOf, of, Role.valueOf(row.getString("role"))));
      each(TEAMS, (row, of) -> add(teamsOf, of, team(row, teams)));
      each(WEEKLY, (row, of) -> list(weeklyOf, of).add(weekly(row)));
      each(ABSENCES, (row, of) -> list(absencesOf, of).add(absence(row)));
      each(DEPUTIES, (row, of) -> list(deputiesOf, of).add(deputy(row)));
      each(ONE_OFFS, (row, of) -> list(oneOffsOf, of).add(oneOff(row)));
      return people.stream().map(this::person).toList();
    }

    private void each(String query, Reader reader) {
      database.query(
          query + " where a.revision > ?",
          row -> {
            reader.read(row, row.getLong("agent_id"));
          },
          since);
    }

    private RosterPerson person(Row row) {
      return new RosterPerson(
          new RosterPerson.Facts(
              row.login(),
              row.name(),
              row.zone(),
              row.active(),
              Set.copyOf(rolesOf.getOrDefault(row.id(), Set.of())),
              Set.copyOf(teamsOf.getOrDefault(row.id(), Set.of())),
              weeklyOf.getOrDefault(row.id(), List.of()),
              oneOffsOf.getOrDefault(row.id(), List.of()),
              absencesOf.getOrDefault(row.id(), List.of()),
              deputiesOf.getOrDefault(row.id(), List.of())));
    }

    private WeeklyShift weekly(ResultSet row) throws SQLException {
      return new WeeklyShift(
          row.getLong("id"),
          row.getString("login"),
          team(row, teams),
          Set.copyOf(WeeklyPattern.days(row.getInt("days"))),
          new TimeOfDay(row.getInt("start_minute")),
          new TimeOfDay(row.getInt("end_minute")),
          ZoneId.of(row.getString("zone")),
          row.getObject("valid_from", LocalDate.class),
          row.getObject("valid_to", LocalDate.class),
          row.getInt("every_weeks"));
    }

    private OneOffShifts.Entry oneOff(ResultSet row) throws SQLException {
      return new OneOffShifts.Entry(
          row.getLong("id"),
          team(row, teams),
          row.getLong("starts"),
          row.getLong("ends"),
          row.getBoolean("extra"));
    }

    private Absence absence(ResultSet row) throws SQLException {
      return new Absence(
          row.getLong("id"),
          row.getString("login"),
          instant(row, "starts_at"),
          instant(row, "ends_at"),
          Absence.AbsenceKind.valueOf(row.getString("kind")),
          row.getString("note"));
    }

    private Deputy deputy(ResultSet row) throws SQLException {
      return new Deputy(
          row.getLong("id"),
          row.getString("login"),
          row.getString("deputy"),
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

  private record Row(long id, String login, String name, ZoneId zone, boolean active) {}

  /** Takes a row of somebody. */
  private interface Reader {
    void read(ResultSet row, long agent) throws SQLException;
  }
}
