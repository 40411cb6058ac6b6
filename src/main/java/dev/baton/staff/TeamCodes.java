package dev.baton.staff;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the desk's teams are called, for the checks of models that name them. */
@Repository
public class TeamCodes {

  private final JdbcClient jdbc;

  TeamCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The codes of all teams, in their order. */
  public Set<String> all() {
    return new TreeSet<>(jdbc.sql("select code from team").query(String.class).list());
  }

  /** Whether a team has this code or this name. */
  public boolean isTeam(String codeOrName) {
    return jdbc.sql("select count(*) from team where code = :word or name = :word")
            .param("word", codeOrName.strip())
            .query(Integer.class)
            .single()
        > 0;
  }
}
