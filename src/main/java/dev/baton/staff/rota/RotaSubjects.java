package dev.baton.staff.rota;

import dev.baton.staff.Role;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the people and teams that a rota entry names, and refuses unknown ones. */
@Component
class RotaSubjects {

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final JdbcClient database;

  RotaSubjects(JdbcClient database) {
    this.database = database;
  }

  /** The stored id of an agent. */
  long agent(String field, String login) {
    return one("select id from agent where login = ?", login, field, "agent");
  }

  /** The stored id of an agent who may answer escalations. */
  long deputy(String field, String login) {
    long id = agent(field, login);
    boolean mayAnswer =
        database
            .sql("select role from agent_role where agent_id = ?")
            .param(id)
            .query(String.class)
            .stream()
            .anyMatch(role -> Role.valueOf(role).answersEscalations());
    if (!mayAnswer) {
      throw new InvalidInput(
          field,
          LocalizableText.of(
              "refused.rota.mayNotAnswer",
              login.strip(),
              Arrays.stream(Role.values())
                  .filter(Role::answersEscalations)
                  .map(Role::group)
                  .collect(Collectors.joining(", "))));
    }
    return id;
  }

  /** The stored id of a team that the agent is in; null for null. */
  Long teamOf(long agent, String team) {
    if (team == null) {
      return null;
    }
    long id = team("team", team);
    String member = "select agent_id from agent_team where agent_id = ? and team_id = ?";
    if (database.sql(member).params(agent, id).query().listOfRows().isEmpty()) {
      throw new InvalidInput("team", LocalizableText.of("refused.rota.notInTeam", team));
    }
    return id;
  }

  /** The stored id of a team. */
  long team(String field, String code) {
    return one("select id from team where code = ?", code, field, "team");
  }

  private long one(String sql, String name, String field, String kind) {
    return Optional.ofNullable(name)
        .flatMap(given -> database.sql(sql).param(given.strip()).query(Long.class).optional())
        .orElseThrow(
            () ->
                new InvalidInput(
                    field,
                    LocalizableText.of(
                        "refused.rota.unknown",
                        LocalizableText.of("refused.kind." + kind),
                        String.valueOf(name))));
  }

  /**
   * Refuses an end before the start.
   *
   * @param endField null for an end that must be given
   */
  static void period(Instant from, Instant until, String endField) {
    required("from", from);
    if (until != null && !until.isAfter(from)) {
      throw new InvalidInput(endField, LocalizableText.of("refused.rota.order", until, from));
    }
    if (from.isBefore(Instant.EPOCH) || (until != null && until.isAfter(LAST))) {
      throw new InvalidInput("from", LocalizableText.of("refused.rota.years"));
    }
  }

  static void required(String field, Object value) {
    if (value == null) {
      throw new InvalidInput(field, LocalizableText.of("refused.required"));
    }
  }
}
