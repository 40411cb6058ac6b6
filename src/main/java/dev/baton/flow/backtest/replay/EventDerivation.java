package dev.baton.flow.backtest.replay;

import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedAct;
import dev.baton.flow.backtest.log.RecordedGroup;
import dev.baton.flow.backtest.log.RecordedIncident;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.flow.backtest.replay.ReplayStep.AsRecorded;
import dev.baton.flow.backtest.replay.ReplayStep.AssignGroup;
import dev.baton.flow.backtest.replay.ReplayStep.AssignPerson;
import dev.baton.flow.backtest.replay.ReplayStep.Cancel;
import dev.baton.flow.backtest.replay.ReplayStep.Claim;
import dev.baton.flow.backtest.replay.ReplayStep.Confirm;
import dev.baton.flow.backtest.replay.ReplayStep.Hold;
import dev.baton.flow.backtest.replay.ReplayStep.Refuse;
import dev.baton.flow.backtest.replay.ReplayStep.Release;
import dev.baton.flow.backtest.replay.ReplayStep.Reopen;
import dev.baton.flow.backtest.replay.ReplayStep.Report;
import dev.baton.flow.backtest.replay.ReplayStep.Reprioritise;
import dev.baton.flow.backtest.replay.ReplayStep.Resolve;
import dev.baton.flow.backtest.replay.ReplayStep.Resume;
import dev.baton.flow.backtest.replay.ReplayStep.Start;
import dev.baton.incident.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What happened between two rows of one incident, as use cases of Baton in the order team, person,
 * priority, state. The columns that the log filled in afterwards have no say.
 */
final class EventDerivation {

  private EventDerivation() {}

  /**
   * @param before where the incident stood in the log, or null for its first row
   * @return empty when nothing changed that Baton knows of
   */
  static List<ReplayStep> stepsTo(LogRow row, RecordedIncident before) {
    if (row.act() != null) {
      return stepsTo(row.act());
    }
    List<ReplayStep> steps = new ArrayList<>();
    RecordedIncident from = before;
    if (from == null) {
      steps.add(new Report());
      from = RecordedIncident.reportedBy(row);
    }
    addPeople(steps, from, row);
    addPriority(steps, from, row);
    addState(steps, from, row);
    return steps;
  }

  /** What the flow did by itself, or what followed from something else, it does again. */
  private static List<ReplayStep> stepsTo(RecordedAct act) {
    return switch (act.event().kind()) {
      case REPORTED -> List.of(new Report());
      case PRIORITISED, ROUTED, GIVEN -> List.of();
      case CONTACT -> List.of(new AsRecorded(act.event()));
      default -> act.event().isByFlow() ? List.of() : List.of(new AsRecorded(act.event()));
    };
  }

  private static void addPeople(List<ReplayStep> steps, RecordedIncident from, LogRow row) {
    String person = claims(from, row) ? null : row.assignee();
    List<RecordedGroup> groups = from.groupsUpTo(row);
    groups.forEach(group -> steps.add(new AssignGroup(group, person)));
    if (!groups.isEmpty()) {
      return;
    }
    if (!Objects.equals(from.assignee(), row.assignee()) && !claims(from, row)) {
      steps.add(person == null ? new Release() : new AssignPerson(person));
    }
  }

  /**
   * Whether somebody takes it from the queue and begins: one act, not an assignment and a start.
   */
  private static boolean claims(RecordedIncident from, LogRow row) {
    return row.assignee() != null
        && from.assignee() == null
        && from.state() == RecordedState.NEW
        && row.state() == RecordedState.ACTIVE;
  }

  private static void addPriority(List<ReplayStep> steps, RecordedIncident from, LogRow row) {
    Level impact = row.impact() == null ? from.impact() : row.impact();
    Level urgency = row.urgency() == null ? from.urgency() : row.urgency();
    if (impact != from.impact() || urgency != from.urgency()) {
      steps.add(new Reprioritise(impact, urgency));
    }
  }

  private static void addState(List<ReplayStep> steps, RecordedIncident from, LogRow row) {
    RecordedState state = row.state();
    if (state == RecordedState.UNKNOWN) {
      steps.add(new Refuse(SkippedEvent.UNKNOWN_STATE));
    } else if (from.state().isFinal()) {
      if (state != from.state()) {
        steps.add(new Refuse(SkippedEvent.REOPENS_CLOSED));
      }
    } else if (state == from.state()) {
      if (state == RecordedState.RESOLVED) {
        steps.add(new Resolve());
      }
    } else if (state == RecordedState.NEW) {
      steps.add(new Refuse(SkippedEvent.BACK_TO_NEW));
    } else {
      addMove(steps, from, row);
    }
  }

  private static void addMove(List<ReplayStep> steps, RecordedIncident from, LogRow row) {
    RecordedState state = row.state();
    if (state == RecordedState.CANCELLED) {
      steps.add(new Cancel());
    } else if (from.state() == RecordedState.RESOLVED && state != RecordedState.CLOSED) {
      steps.add(new Reopen());
    } else if (from.state().isAwaiting() && !state.isAwaiting()) {
      steps.add(new Resume());
    }
    if (state.isAwaiting()) {
      steps.add(new Hold(state.holdReason()));
    } else if (state == RecordedState.ACTIVE && from.state() == RecordedState.NEW) {
      steps.add(claims(from, row) ? new Claim(row.assignee()) : new Start());
    } else if (state == RecordedState.RESOLVED) {
      steps.add(new Resolve());
    } else if (state == RecordedState.CLOSED) {
      if (from.state() != RecordedState.RESOLVED) {
        steps.add(new Resolve());
      }
      steps.add(new Confirm());
    }
  }
}
