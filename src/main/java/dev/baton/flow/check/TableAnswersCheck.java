package dev.baton.flow.check;

import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.ReleaseComplaint.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A decision table has the columns that its readers look for, and fills those they rely on. */
@Component
class TableAnswersCheck implements ReleaseCheck {

  private static final Map<String, Set<String>> READ =
      Map.of(
          "escalation-ladder",
              Set.of("rung", "role", "where", "minutesToAcknowledge", "minutesToDecide"),
          "notification-plan", Set.of("audience", "channel"),
          "communication-plan", Set.of("updateEveryMinutes"),
          "stuck-incidents", Set.of("stuckAfterHours", "reassignmentsAllowed"),
          "short-thanks", Set.of("effect"));

  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "escalation-ladder",
          Set.of("rung", "role", "minutesToAcknowledge", "minutesToDecide"),
          "notification-plan",
          Set.of("audience", "channel"));

  private static final Map<String, Set<String>> ABOVE_ZERO =
      Map.of("escalation-ladder", Set.of("rung", "minutesToAcknowledge", "minutesToDecide"));

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    for (CheckedTable table : CheckedTable.changedIn(release)) {
      missingColumns(table, complaints);
      boolean isOneResultNeeded =
          !DecisionSteps.of(release, table.id()).thatNeedAResult().isEmpty();
      for (CheckedTable.Row row : table.rows()) {
        for (int i = 0; i < Math.min(table.outputs().size(), row.answers().size()); i++) {
          check(table, row, table.outputs().get(i), row.answers().get(i), isOneResultNeeded)
              .forEach(complaints::add);
        }
      }
    }
    return complaints;
  }

  private static void missingColumns(CheckedTable table, List<ReleaseComplaint> complaints) {
    for (String name : READ.getOrDefault(table.id(), Set.of()).stream().sorted().toList()) {
      if (table.outputs().stream().noneMatch(output -> name.equals(output.name()))) {
        complaints.add(
            table.complaint(
                Severity.ERROR,
                "Baton reads the output %s of this table, but no column has that name."
                    .formatted(name),
                "Give an output column the name %s.".formatted(name)));
      }
    }
  }

  private static List<ReleaseComplaint> check(
      CheckedTable table,
      CheckedTable.Row row,
      CheckedTable.Column output,
      CheckedTable.Cell cell,
      boolean isOneResultNeeded) {
    boolean isNeeded =
        isOneResultNeeded || NEEDED.getOrDefault(table.id(), Set.of()).contains(output.name());
    if (isNeeded && (cell.content().isEmpty() || cell.content().text().equals("null"))) {
      return List.of(
          table.complaint(
              row,
              output,
              cell,
              Severity.ERROR,
              "The cell is empty, but the flow cannot go on without it.",
              "Enter a value."));
    }
    boolean isAboveZero =
        cell.content().numbers().stream().allMatch(number -> number.compareTo(BigDecimal.ZERO) > 0);
    if (ABOVE_ZERO.getOrDefault(table.id(), Set.of()).contains(output.name())
        && (!isAboveZero || cell.content().text().startsWith("-"))) {
      return List.of(
          table.complaint(
              row,
              output,
              cell,
              Severity.ERROR,
              "%s is not above 0, so the step would fail.".formatted(cell.content().text()),
              "Enter a whole number from 1."));
    }
    return List.of();
  }
}
