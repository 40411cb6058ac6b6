package dev.baton.staff.rota;

import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds the people and teams that a rota entry names, and refuses unknown ones. */
@Component
class RotaSubjects {

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final JdbcTemplate database;

  RotaSubjects(JdbcTemplate database) {
    this.database = database;
  }

  /** The stored id of an agent. */
  long agent(String field, String login) {
    return one("select id from agent where login = ?", login, field, "agent");
  }

  /** The stored id of a team that the agent is in; null for null. */
  Long teamOf(long agent, String team) {
    if (team == null) {
      return null;
    }
    long id = team("team", team);
    Integer member =
        database.queryForObject(
            "select count(*) from agent_team where agent_id = ? and team_id = ?",
            Integer.class,
            agent,
            id);
    if (member == null || member == 0) {
      throw new InvalidInput(
          "team", "names team %s, but the agent is not a member".formatted(team));
    }
    return id;
  }

  /** The stored id of a team. */
  long team(String field, String code) {
    return one("select id from team where code = ?", code, field, "team");
  }

  private long one(String sql, String name, String field, String kind) {
    List<Long> found =
        name == null ? List.of() : database.queryForList(sql, Long.class, name.strip());
    if (found.isEmpty()) {
      throw new InvalidInput(field, "there is no %s '%s'".formatted(kind, name));
    }
    return found.get(0);
  }

  /**
   * Refuses an end before the start.
   *
   * @param endField null for an end that must be given
   */
  static void period(Instant from, Instant until, String endField) {
    required("from", from);
    if (until != null && !until.isAfter(from)) {
      throw new InvalidInput(endField, "%s is not after the start, %s".formatted(until, from));
    }
    if (from.isBefore(Instant.EPOCH) || (until != null && until.isAfter(LAST))) {
      throw new InvalidInput("from", "must be in the years 1970 to 9999");
    }
  }

  static void required(String field, Object value) {
    if (value == null) {
      throw new InvalidInput(field, "is required");
    }
  }

  static LocalDateTime stored(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
