package dev.baton.incident.assignment;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it was in a team, and when. One transaction of the whole desk at a time per team. */
@Repository
class AssignmentTurns {

  private final JdbcClient jdbc;

  AssignmentTurns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next turn of the team; others who want one wait for the end of this transaction. */
  long next(String team) {
    return jdbc.sql(
            """
            insert into assignment_turn (team, turn) values (?, 1)
            on duplicate key update turn = turn + 1 returning turn
            """)
        .param(team)
        .query(Long.class)
        .single();
  }

  /** When each was given something last, by sign-in name; who is missing never was. */
  Map<String, Long> last(String team) {
    Map<String, Long> turns = new HashMap<>();
    jdbc.sql("select login, turn from assignment_last where team = ?")
        .param(team)
        .query(
            row -> {
              turns.put(row.getString(1), row.getLong(2));
            });
    return turns;
  }

  void given(String team, String login, long turn) {
    jdbc.sql(
            """
            insert into assignment_last (team, login, turn) values (?, ?, ?)
            on duplicate key update turn = value(turn)
            """)
        .params(team, login, turn)
        .update();
  }
}
