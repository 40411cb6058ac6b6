package dev.baton.flow.backtest.replay;

import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedIncident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One recorded incident while it is replayed: its log so far, and what Baton last said of it. */
public final class ReplayedIncident {

  private final String incident;
  private final List<LogRow> rows = new ArrayList<>();
  private final List<RefusedEvent> refusals = new ArrayList<>();
  private RecordedIncident recorded;
  private IncidentView view;
  private boolean closedByLog;
  private int postponed;

  public ReplayedIncident(String incident) {
    this.incident = incident;
  }

  /** An event that was not, or not wholly, replayed, and the first reason why. */
  public record RefusedEvent(LogRow row, SkippedEvent refusal) {}

  public void passed(LogRow row) {
    recorded = RecordedIncident.after(recorded, row);
    rows.add(row);
  }

  public void refuse(LogRow row, SkippedEvent refusal) {
    if (refusals.isEmpty() || refusals.get(refusals.size() - 1).row() != row) {
      refusals.add(new RefusedEvent(row, refusal));
    }
  }

  void postponed() {
    postponed++;
  }

  /** How many steps of the log came late, since the flow was at work that the log does not know. */
  public int postponedSteps() {
    return postponed;
  }

  public void nowIs(IncidentView seen) {
    view = seen;
  }

  public void confirmed(IncidentView seen) {
    view = seen;
    closedByLog = true;
  }

  public String incident() {
    return incident;
  }

  public List<LogRow> rows() {
    return rows;
  }

  public List<RefusedEvent> refusals() {
    return refusals;
  }

  /** Where it stands by the log, or null before its first row. */
  public RecordedIncident recorded() {
    return recorded;
  }

  public boolean isReported() {
    return view != null;
  }

  IncidentNumber number() {
    return new IncidentNumber(view.number());
  }

  /** What Baton last said of it, or null when it never heard of it. */
  public IncidentView view() {
    return view;
  }

  public boolean isClosedInBaton() {
    return view != null && view.status().isFinal();
  }

  /** Whether the recorded desk closed it, and not Baton's own timer. */
  public boolean isClosedByLog() {
    return closedByLog;
  }

  /** Whether a timer may have closed it since Baton last spoke of it. */
  boolean mayHaveClosedBy(Instant now) {
    return view != null
        && view.status() == Status.RESOLVED
        && !now.isBefore(view.resolvedAt().plus(RecordedDesk.CONFIRMATION));
  }
}
