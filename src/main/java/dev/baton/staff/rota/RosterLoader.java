package dev.baton.staff.rota;

import dev.baton.staff.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.stereotype.Component;

/** Reads the roster, or what has changed of it since a revision. */
@Component
class RosterLoader {

  private static final int ROWS_AT_ONCE = 2_000; // a year of single shifts must not be held twice

  private static final String ROLES =
      "select t.agent_id, t.role from agent a join agent_role t on t.agent_id = a.id";
  private static final String TEAMS =
      "select t.agent_id, t.team_id from agent a join agent_team t on t.agent_id = a.id";
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
        revision, new People(known.revision(), teams).read(), posts(known.revision()));
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

  private List<PostDeputy> posts(long since) {
    Long changed =
        database.queryForObject("select posts from staff_revision where id = 1", Long.class);
    return changed != null && changed <= since
        ? null
        : database.query(
            RotaRepository.POST_DEPUTY + "order by e.id", RotaRepository::postDeputyIn);
  }

  private static String team(ResultSet row, Map<Long, String> teams) throws SQLException {
    long team = row.getLong("team_id");
    return row.wasNull() ? null : teams.get(team);
  }

  /** Reads whoever changed, one table after the other. */
  private final class People {

    private final long since;
    private final Map<Long, String> teams;
    private final Map<Long, List<Role>> rolesOf = new HashMap<>();
    private final Map<Long, List<String>> teamsOf = new HashMap<>();
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
      each(ROLES, rolesOf, (row, number) -> Role.valueOf(row.getString("role")));
      each(TEAMS, teamsOf, (row, number) -> team(row, teams));
      each(RotaRepository.WEEKLY, weeklyOf, RotaRepository::weeklyIn);
      each(RotaRepository.ABSENCE, absencesOf, new SimplePropertyRowMapper<>(Absence.class));
      each(RotaRepository.DEPUTY, deputiesOf, new SimplePropertyRowMapper<>(Deputy.class));
      each(ONE_OFFS, oneOffsOf, this::oneOff);
      return people.stream().map(this::person).toList();
    }

    private <T> void each(String query, Map<Long, List<T>> lists, RowMapper<T> mapper) {
      database.query(
          query + " where a.revision > ?",
          row -> {
            lists
                .computeIfAbsent(row.getLong("agent_id"), absent -> new ArrayList<>())
                .add(mapper.mapRow(row, 0));
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
              Set.copyOf(rolesOf.getOrDefault(row.id(), List.of())),
              Set.copyOf(teamsOf.getOrDefault(row.id(), List.of())),
              weeklyOf.getOrDefault(row.id(), List.of()),
              oneOffsOf.getOrDefault(row.id(), List.of()),
              absencesOf.getOrDefault(row.id(), List.of()),
              deputiesOf.getOrDefault(row.id(), List.of())));
    }

    private OneOffShifts.Entry oneOff(ResultSet row, int number) throws SQLException {
      return new OneOffShifts.Entry(
          row.getLong("id"),
          team(row, teams),
          row.getLong("starts"),
          row.getLong("ends"),
          row.getBoolean("extra"));
    }
  }

  private record Row(long id, String login, String name, ZoneId zone, boolean active) {}
}
