package dev.baton.staff;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The teams and agents as a desk's database has them; needs no running desk. */
@Repository
public class StaffRecords {

  private final JdbcClient database;

  public StaffRecords(JdbcClient database) {
    this.database = database;
  }

  public List<TeamView> teams() {
    return database
        .sql("select code, name, hours from team order by id")
        .query(
            (row, n) ->
                new TeamView(row.getString("code"), row.getString("name"), row.getString("hours")))
        .list();
  }

  /** All of them, active or not, without their addresses. */
  public List<AgentView> agents() {
    Map<Long, Set<String>> roles = grouped("select agent_id, role from agent_role");
    Map<Long, Set<String>> teams =
        grouped("select a.agent_id, t.code from agent_team a join team t on t.id = a.team_id");
    Map<Long, Set<String>> skills = grouped("select agent_id, skill from agent_skill");
    Map<Long, Set<String>> languages = grouped("select agent_id, language from agent_language");
    return database
        .sql("select id, login, name, zone, language, active from agent order by id")
        .query(
            (row, n) -> {
              long id = row.getLong("id");
              return new AgentView(
                  row.getString("login"),
                  row.getString("name"),
                  null,
                  ZoneId.of(row.getString("zone")),
                  Locale.forLanguageTag(row.getString("language")),
                  roles.getOrDefault(id, Set.of()).stream()
                      .map(Role::valueOf)
                      .collect(Collectors.toSet()),
                  teams.getOrDefault(id, Set.of()),
                  row.getBoolean("active"),
                  skills.getOrDefault(id, Set.of()),
                  languages.getOrDefault(id, Set.of()).stream()
                      .map(Locale::forLanguageTag)
                      .collect(Collectors.toSet()));
            })
        .list();
  }

  private Map<Long, Set<String>> grouped(String sql) {
    Map<Long, Set<String>> values = new HashMap<>();
    database
        .sql(sql)
        .query(
            (RowCallbackHandler)
                row ->
                    values
                        .computeIfAbsent(row.getLong(1), id -> new TreeSet<>())
                        .add(row.getString(2)));
    return values;
  }
}
