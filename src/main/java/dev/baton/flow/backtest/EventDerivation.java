package dev.baton.flow.backtest;

import dev.baton.flow.backtest.Step.AssignGroup;
import dev.baton.flow.backtest.Step.AssignPerson;
import dev.baton.flow.backtest.Step.Claim;
import dev.baton.flow.backtest.Step.Confirm;
import dev.baton.flow.backtest.Step.Hold;
import dev.baton.flow.backtest.Step.Refuse;
import dev.baton.flow.backtest.Step.Release;
import dev.baton.flow.backtest.Step.Reopen;
import dev.baton.flow.backtest.Step.Report;
import dev.baton.flow.backtest.Step.Reprioritise;
import dev.baton.flow.backtest.Step.Resolve;
import dev.baton.flow.backtest.Step.Resume;
import dev.baton.flow.backtest.Step.Start;
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
  static List<Step> stepsTo(LogRow row, Recorded before) {
    List<Step> steps = new ArrayList<>();
    Recorded from = before;
    if (from == null) {
      steps.add(new Report());
      from = Recorded.reportedBy(row);
    }
    addPeople(steps, from, row);
    addPriority(steps, from, row);
    addState(steps, from, row);
    return steps;
  }

  private static void addPeople(List<Step> steps, Recorded from, LogRow row) {
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
  private static boolean claims(Recorded from, LogRow row) {
    return row.assignee() != null
        && from.assignee() == null
        && from.state() == RecordedState.NEW
        && row.state() == RecordedState.ACTIVE;
  }

  private static void addPriority(List<Step> steps, Recorded from, LogRow row) {
    Level impact = row.impact() == null ? from.impact() : row.impact();
    Level urgency = row.urgency() == null ? from.urgency() : row.urgency();
    if (impact != from.impact() || urgency != from.urgency()) {
      steps.add(new Reprioritise(impact, urgency));
    }
  }

  private static void addState(List<Step> steps, Recorded from, LogRow row) {
    RecordedState state = row.state();
    if (state == RecordedState.UNKNOWN) {
      steps.add(new Refuse(Refusal.UNKNOWN_STATE));
    } else if (from.state() == RecordedState.CLOSED) {
      if (state != RecordedState.CLOSED) {
        steps.add(new Refuse(Refusal.REOPENS_CLOSED));
      }
    } else if (state == from.state()) {
      if (state == RecordedState.RESOLVED) {
        steps.add(new Resolve());
      }
    } else if (state == RecordedState.NEW) {
      steps.add(new Refuse(Refusal.BACK_TO_NEW));
    } else {
      addMove(steps, from, row);
    }
  }

  private static void addMove(List<Step> steps, Recorded from, LogRow row) {
    RecordedState state = row.state();
    if (from.state() == RecordedState.RESOLVED && state != RecordedState.CLOSED) {
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
