package dev.baton.escalation.process;

import dev.baton.escalation.Rung;
import dev.baton.staff.Role;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads what escalation-ladder.dmn gave: a row for each rung, the first of a number counts. */
final class LadderResult {

  private LadderResult() {}

  @SuppressWarnings("unchecked") // the engine's result of a table is a list of maps
  static List<Rung> of(DelegateExecution execution) {
    return rungs(
        (List<? extends Map<String, Object>>) execution.getVariableLocal("decisionResult"));
  }

  /**
   * @throws IllegalStateException when a row does not describe a rung; the job fails
   */
  static List<Rung> rungs(List<? extends Map<String, Object>> rows) {
    Map<Integer, Rung> byNumber = new TreeMap<>();
    for (Map<String, Object> row : rows) {
      Rung rung = rung(row);
      byNumber.putIfAbsent(rung.number(), rung);
    }
    return byNumber.values().stream().sorted(Comparator.comparingInt(Rung::number)).toList();
  }

  private static Rung rung(Map<String, Object> row) {
    int number = number(row, "rung");
    String group = text(row, "role");
    Role role =
        Role.ofGroup(group).orElseThrow(() -> wrong(row, "'%s' is not a role".formatted(group)));
    return new Rung(
        number,
        role,
        "TEAM".equals(text(row, "where")),
        Duration.ofMinutes(number(row, "minutesToAcknowledge")),
        Duration.ofMinutes(number(row, "minutesToDecide")),
        text(row, "calendar"),
        text(row, "reach"));
  }

  private static int number(Map<String, Object> row, String column) {
    if (row.get(column) instanceof Number number && number.intValue() > 0) {
      return number.intValue();
    }
    throw wrong(row, "'%s' must be a whole number above 0".formatted(column));
  }

  private static String text(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == null || value.toString().isBlank() ? null : value.toString();
  }

  private static IllegalStateException wrong(Map<String, Object> row, String what) {
    return new IllegalStateException("escalation-ladder.dmn: %s in %s.".formatted(what, row));
  }
}
