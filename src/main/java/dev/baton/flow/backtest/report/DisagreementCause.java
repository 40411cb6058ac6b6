package dev.baton.flow.backtest.report;

import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Looks for what made the log and Baton disagree: first in the log's own oddities. */
final class DisagreementCause {

  static final String COUNT_GAP =
      "The log's own count of reassignments does not follow its changes of group";
  static final String FILLED_IN_LATER =
      "The log's resolved_at, filled in afterwards, is not the time of its last Resolved event";
  static final String PRIORITY_GAP = "The log's priority does not follow its impact and urgency";
  static final String UNEXPLAINED = "No cause found in the log: the flow decided otherwise";

  private static final Duration HOUR = Duration.ofHours(1);

  private DisagreementCause() {}

  static String of(ReplayedIncident incident, ComparedAspect dimension) {
    List<LogRow> rows = incident.rows();
    if (dimension == ComparedAspect.REASSIGNMENTS && miscounts(rows)) {
      return COUNT_GAP;
    }
    if (!incident.refusals().isEmpty()) {
      return incident.refusals().get(0).refusal().reason();
    }
    if (dimension == ComparedAspect.AUTO_CLOSE && resolvedElsewhen(rows)) {
      return FILLED_IN_LATER;
    }
    if (dimension == ComparedAspect.PRIORITY && priorityMovedAlone(rows)) {
      return PRIORITY_GAP;
    }
    return UNEXPLAINED;
  }

  /** Whether the count does not begin at nothing, or stays or falls where the group changes. */
  private static boolean miscounts(List<LogRow> rows) {
    if (rows.get(0).reassignments() != 0) {
      return true;
    }
    for (int i = 1; i < rows.size(); i++) {
      int grown = rows.get(i).reassignments() - rows.get(i - 1).reassignments();
      boolean isAnother = !Objects.equals(rows.get(i - 1).group(), rows.get(i).group());
      if (grown < (isAnother ? 1 : 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean resolvedElsewhen(List<LogRow> rows) {
    Instant filledIn = rows.get(rows.size() - 1).resolvedAt();
    Instant seen =
        rows.stream()
            .filter(row -> row.state() == RecordedState.RESOLVED)
            .map(LogRow::at)
            .reduce((earlier, later) -> later)
            .orElse(null);
    return filledIn == null
        || seen == null
        || Duration.between(filledIn, seen).abs().compareTo(HOUR) > 0;
  }

  private static boolean priorityMovedAlone(List<LogRow> rows) {
    for (int i = 1; i < rows.size(); i++) {
      LogRow before = rows.get(i - 1);
      LogRow row = rows.get(i);
      if (before.priority() != row.priority()
          && before.impact() == row.impact()
          && before.urgency() == row.urgency()) {
        return true;
      }
    }
    return false;
  }
}
