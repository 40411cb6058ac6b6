package dev.baton.flow.backtest.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What became of the escalations, as it stands in the database at the end.
 *
 * @param raised those that found a rung to begin on
 * @param notEscalated triggers for which the ladder had no rung
 * @param perRung by the rung's number
 * @param perWeek who was told, by ISO week (UTC, such as 2016-W09); weeks without anybody left out
 * @param acknowledged how many of those who were told answered in time
 * @param silent those who did not, or who answered and did not decide in time
 * @param skipped how many times a rung had nobody on duty, or was outside its hours
 * @param atTheTop how many times the top was left and told again, as nobody had answered
 * @param breaches overdue obligations
 * @param breachesWithoutEscalation those that raised nothing; must be 0
 * @param withoutEscalation the first of those incidents
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EscalationCounts(
    int raised,
    int notEscalated,
    int settled,
    int withdrawn,
    int open,
    Map<Integer, OnRung> perRung,
    List<Week> perWeek,
    int told,
    int acknowledged,
    int silent,
    int skipped,
    int atTheTop,
    int breaches,
    int breachesWithoutEscalation,
    List<String> withoutEscalation) {

  /** What was done on a rung; its role as the ladder has it. */
  record OnRung(String role, int told, int acknowledged, int silent, int skipped) {}

  /** How many were told in a week, by the rung's number. */
  record Week(String week, Map<Integer, Integer> byRung) {

    int told() {
      return byRung.values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}
