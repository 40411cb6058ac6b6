package dev.baton.flow.backtest;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One recorded incident while it is replayed: its log so far, and what Baton last said of it. */
final class Replayed {

  private final String incident;
  private final List<LogRow> rows = new ArrayList<>();
  private final List<RefusedEvent> refusals = new ArrayList<>();
  private Recorded recorded;
  private IncidentView view;
  private boolean closedByLog;

  Replayed(String incident) {
    this.incident = incident;
  }

  /** An event that was not, or not wholly, replayed, and the first reason why. */
  record RefusedEvent(LogRow row, Refusal refusal) {}

  void passed(LogRow row) {
    recorded = Recorded.after(recorded, row);
    rows.add(row);
  }

  void refuse(LogRow row, Refusal refusal) {
    if (refusals.isEmpty() || refusals.get(refusals.size() - 1).row() != row) {
      refusals.add(new RefusedEvent(row, refusal));
    }
  }

  void nowIs(IncidentView seen) {
    view = seen;
  }

  void confirmed(IncidentView seen) {
    view = seen;
    closedByLog = true;
  }

  String incident() {
    return incident;
  }

  List<LogRow> rows() {
    return rows;
  }

  List<RefusedEvent> refusals() {
    return refusals;
  }

  /** Where it stands by the log, or null before its first row. */
  Recorded recorded() {
    return recorded;
  }

  boolean isReported() {
    return view != null;
  }

  IncidentNumber number() {
    return new IncidentNumber(view.number());
  }

  /** What Baton last said of it, or null when it never heard of it. */
  IncidentView view() {
    return view;
  }

  boolean isClosedInBaton() {
    return view != null && view.status().isFinal();
  }

  /** Whether the recorded desk closed it, and not Baton's own timer. */
  boolean isClosedByLog() {
    return closedByLog;
  }

  /** Whether a timer may have closed it since Baton last spoke of it. */
  boolean mayHaveClosedBy(Instant now) {
    return view != null
        && view.status() == Status.RESOLVED
        && !now.isBefore(view.resolvedAt().plus(RecordedDesk.CONFIRMATION));
  }
}
