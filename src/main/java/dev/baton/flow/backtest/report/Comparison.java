package dev.baton.flow.backtest.report;

import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedClosing;
import dev.baton.flow.backtest.log.RecordedGroup;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.flow.backtest.replay.RecordedDesk;
import dev.baton.flow.backtest.replay.ReplayNames;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds what Baton made of each incident against the end of its log. */
final class Comparison {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<ComparedAspect, Integer> cases = new EnumMap<>(ComparedAspect.class);
  private final Map<ComparedAspect, Integer> agreed = new EnumMap<>(ComparedAspect.class);
  private final List<Disagreement> disagreements = new ArrayList<>();
  private final boolean closesByLog;

  private Comparison(boolean closesByLog) {
    this.closesByLog = closesByLog;
  }

  /**
   * @param closesByLog whether incidents were closed with the log, so that no timer is compared
   */
  static Comparison of(Collection<ReplayedIncident> incidents, boolean closesByLog) {
    Comparison comparison = new Comparison(closesByLog);
    incidents.forEach(comparison::compare);
    return comparison;
  }

  List<OutcomeMatch> agreements() {
    List<OutcomeMatch> all = new ArrayList<>();
    for (ComparedAspect dimension : ComparedAspect.values()) {
      all.add(
          new OutcomeMatch(
              dimension, cases.getOrDefault(dimension, 0), agreed.getOrDefault(dimension, 0)));
    }
    return all;
  }

  List<Disagreement> disagreements() {
    return List.copyOf(disagreements);
  }

  private void compare(ReplayedIncident incident) {
    LogRow last = incident.rows().get(incident.rows().size() - 1);
    IncidentView baton = incident.view();
    compareStatus(incident, baton);
    Priority priority = lastPriority(incident.rows());
    if (priority != null) {
      note(incident, ComparedAspect.PRIORITY, priority, baton == null ? null : baton.priority());
    }
    add(
        incident,
        ComparedAspect.TEAM,
        baton != null && ReplayNames.isCalled(baton.team(), last.group()),
        ReplayNames.team(RecordedGroup.named(last.group())),
        baton == null ? null : baton.team());
    note(
        incident,
        ComparedAspect.ASSIGNEE,
        ReplayNames.login(last.assignee()),
        baton == null ? "unknown to Baton" : baton.assignee());
    note(
        incident,
        ComparedAspect.REASSIGNMENTS,
        last.reassignments(),
        baton == null ? null : baton.reassignments());
    note(
        incident,
        ComparedAspect.REOPENINGS,
        last.reopenings(),
        baton == null ? null : baton.reopenings());
    compareAutoClose(incident, last);
  }

  private void compareStatus(ReplayedIncident incident, IncidentView baton) {
    RecordedState state = incident.recorded().state();
    Status status = baton == null ? null : baton.status();
    boolean agrees = status != null && answersTo(state).contains(status);
    add(incident, ComparedAspect.STATUS, agrees, state, status);
  }

  /** In which status Baton may be where the log ends in this state. */
  private static Set<Status> answersTo(RecordedState state) {
    return switch (state) {
      case NEW, UNKNOWN -> EnumSet.of(Status.RECEIVED, Status.ASSIGNED);
      case ACTIVE -> EnumSet.of(Status.ASSIGNED, Status.IN_PROGRESS);
      // The clock runs on after the log's last event, so the timer may have closed it.
      case RESOLVED -> EnumSet.of(Status.RESOLVED, Status.CLOSED);
      case CLOSED -> EnumSet.of(Status.CLOSED);
      case CANCELLED -> EnumSet.of(Status.CANCELLED);
      default -> EnumSet.of(Status.ON_HOLD);
    };
  }

  private static Priority lastPriority(List<LogRow> rows) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).priority() != null) {
        return rows.get(i).priority();
      }
    }
    return null;
  }

  /** Only where the log's own job closed it in the hour after the fifth day. */
  private void compareAutoClose(ReplayedIncident incident, LogRow last) {
    Instant closed = RecordedClosing.lastOf(incident.rows());
    if (closesByLog || closed == null || last.resolvedAt() == null) {
      return;
    }
    Duration waited = Duration.between(last.resolvedAt(), closed).minus(RecordedDesk.CONFIRMATION);
    if (waited.isNegative() || waited.compareTo(HOUR) > 0) {
      return;
    }
    Instant byTimer =
        incident.isClosedByLog() || incident.view() == null ? null : incident.view().closedAt();
    boolean agrees =
        byTimer != null && Duration.between(byTimer, closed).abs().compareTo(HOUR) <= 0;
    add(
        incident,
        ComparedAspect.AUTO_CLOSE,
        agrees,
        closed,
        incident.isClosedByLog() ? "not closed before the log closed it" : byTimer);
  }

  private void note(ReplayedIncident incident, ComparedAspect dimension, Object log, Object baton) {
    add(incident, dimension, Objects.equals(log, baton), log, baton);
  }

  private void add(
      ReplayedIncident incident,
      ComparedAspect dimension,
      boolean agrees,
      Object log,
      Object baton) {
    cases.merge(dimension, 1, Integer::sum);
    if (agrees) {
      agreed.merge(dimension, 1, Integer::sum);
      return;
    }
    disagreements.add(
        new Disagreement(
            incident.incident(),
            incident.isReported() ? incident.view().number() : null,
            dimension.key(),
            log == null ? "nobody" : log.toString(),
            baton == null ? "nothing" : baton.toString(),
            DisagreementCause.of(incident, dimension)));
  }
}
