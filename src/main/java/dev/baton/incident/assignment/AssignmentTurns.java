package dev.baton.incident.assignment;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Whose turn it was in a team, and when. One transaction of the whole desk at a time per team. */
@Repository
class AssignmentTurns {

  private final JdbcTemplate jdbc;

  AssignmentTurns(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The next turn of the team; others who want one wait for the end of this transaction. */
  long next(String team) {
    jdbc.update(
        """
        insert into assignment_turn (team, turn) values (?, 1)
        on duplicate key update turn = turn + 1
        """,
        team);
    Long turn =
        jdbc.queryForObject("select turn from assignment_turn where team = ?", Long.class, team);
    return turn == null ? 0 : turn;
  }

  /** When each was given something last, by sign-in name; who is missing never was. */
  Map<String, Long> last(String team) {
    Map<String, Long> turns = new HashMap<>();
    jdbc.query(
        "select login, turn from assignment_last where team = ?",
        row -> {
          turns.put(row.getString(1), row.getLong(2));
        },
        team);
    return turns;
  }

  void given(String team, String login, long turn) {
    jdbc.update(
        """
        insert into assignment_last (team, login, turn) values (?, ?, ?)
        on duplicate key update turn = value(turn)
        """,
        team,
        login,
        turn);
  }
}
