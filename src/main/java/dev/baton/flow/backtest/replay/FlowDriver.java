package dev.baton.flow.backtest.replay;

import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.history.HistoryEventKind;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.validation.InvalidInput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Does in Baton what an event asks for, through the use cases that the API uses. */
public final class FlowDriver {

  /** What an incident that has ended does not miss. */
  private static final Set<HistoryEventKind> ENDS =
      EnumSet.of(HistoryEventKind.CLOSED, HistoryEventKind.CANCELLED, HistoryEventKind.CONTACT);

  private final ReplayedWork work;
  private final IncidentSearch incidents;
  private final SimulatedTime time;
  private final UnrecordedWork unrecorded;
  private final Map<IncidentNumber, Deque<Postponed>> postponed = new LinkedHashMap<>();

  /** A step that the flow does not take yet. */
  private record Postponed(ReplayedIncident incident, LogRow row, ReplayStep step) {}

  public FlowDriver(
      ReplayedWork work, IncidentSearch incidents, SimulatedTime time, UnrecordedWork unrecorded) {
    this.work = work;
    this.incidents = incidents;
    this.time = time;
    this.unrecorded = unrecorded;
  }

  /** Reports the incident as its first row tells it, before anything that the row changed. */
  void open(ReplayedIncident incident, LogRow first) {
    attempt(incident, first, new ReplayStep.Report());
  }

  /** Does the event's steps; what is refused is noted on the incident. */
  void replay(ReplayedIncident incident, LogRow row) {
    List<ReplayStep> steps = EventDerivation.stepsTo(row, incident.recorded());
    if (!steps.isEmpty()) {
      if (row.act() != null && incident.isReported() || incident.mayHaveClosedBy(row.at())) {
        incident.nowIs(incidents.get(incident.number()));
      }
      steps.forEach(step -> attempt(incident, row, step));
    }
    incident.passed(row);
  }

  private void attempt(ReplayedIncident incident, LogRow row, ReplayStep step) {
    if (incident.isReported() && postponed.containsKey(incident.number())) {
      postpone(incident, row, step); // in their order
    } else if (!perform(incident, row, step)) {
      postpone(incident, row, step);
    }
  }

  private void postpone(ReplayedIncident incident, LogRow row, ReplayStep step) {
    incident.postponed();
    postponed
        .computeIfAbsent(incident.number(), number -> new ArrayDeque<>())
        .add(new Postponed(incident, row, step));
  }

  /** Goes on with an incident once work is done that the log knows nothing of. */
  public void catchUp(IncidentNumber number) {
    Deque<Postponed> steps = postponed.getOrDefault(number, new ArrayDeque<>());
    while (!steps.isEmpty() && perform(steps.peek())) {
      steps.remove();
    }
    if (steps.isEmpty()) {
      postponed.remove(number);
    }
  }

  /** What still waits at the end is refused. */
  void end() {
    postponed.values().stream()
        .flatMap(Deque::stream)
        .forEach(one -> one.incident().refuse(one.row(), SkippedEvent.AT_UNRECORDED_WORK));
    postponed.clear();
  }

  private boolean perform(Postponed one) {
    one.incident().nowIs(incidents.get(one.incident().number()));
    return perform(one.incident(), one.row(), one.step());
  }

  /** Whether that is settled, done or refused; otherwise it has to wait. */
  private boolean perform(ReplayedIncident incident, LogRow row, ReplayStep step) {
    if (step instanceof ReplayStep.Refuse refuse) {
      incident.refuse(row, refuse.refusal());
    } else if (step instanceof ReplayStep.Report && incident.isReported()) {
      return true; // when it was opened
    } else if (!incident.isReported() && !(step instanceof ReplayStep.Report)) {
      incident.refuse(row, SkippedEvent.NOT_REPORTED);
    } else if (incident.isClosedInBaton()) {
      refuseClosed(incident, row, step);
    } else {
      try {
        work.take(incident, row, step);
        time.settle();
      } catch (NotOffered | InvalidInput | FlowConflict e) {
        return isSettled(incident, row, step, e);
      }
    }
    return true;
  }

  private static void refuseClosed(ReplayedIncident incident, LogRow row, ReplayStep step) {
    if (step instanceof ReplayStep.AsRecorded recorded) {
      if (!ENDS.contains(recorded.event().kind())) {
        incident.refuse(row, SkippedEvent.ENDED_BEFORE);
      }
    } else if (!(step instanceof ReplayStep.Confirm)) {
      incident.refuse(
          row,
          incident.recorded().state() == RecordedState.CLOSED
              ? SkippedEvent.AFTER_CLOSING
              : SkippedEvent.CLOSED_BY_TIMER);
    }
  }

  private boolean isSettled(
      ReplayedIncident incident, LogRow row, ReplayStep step, RuntimeException refusal) {
    if (incident.isReported()) {
      if (unrecorded.isPending(incident.number())) {
        return false;
      }
      incident.nowIs(incidents.get(incident.number()));
      if (incident.isClosedInBaton()) {
        refuseClosed(incident, row, step);
        return true;
      }
    }
    incident.refuse(row, SkippedEvent.byFlow(refusal.getMessage()));
    return true;
  }
}
