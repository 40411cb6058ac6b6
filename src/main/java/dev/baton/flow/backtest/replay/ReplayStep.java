package dev.baton.flow.backtest.replay;

import dev.baton.flow.backtest.log.RecordedGroup;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Level;
import dev.baton.incident.history.HistoryEvent;

/**
 * One use case of Baton that an event of the log asks for; people and groups as the log names them.
 */
sealed interface ReplayStep {

  record Report() implements ReplayStep {}

  /** To this group and this person (null: to nobody). */
  record AssignGroup(RecordedGroup group, String person) implements ReplayStep {}

  record AssignPerson(String person) implements ReplayStep {}

  record Release() implements ReplayStep {}

  record Reprioritise(Level impact, Level urgency) implements ReplayStep {}

  /** The person takes the incident and begins. */
  record Claim(String person) implements ReplayStep {}

  record Start() implements ReplayStep {}

  record Hold(HoldReason reason) implements ReplayStep {}

  record Resume() implements ReplayStep {}

  record Resolve() implements ReplayStep {}

  record Reopen() implements ReplayStep {}

  record Cancel() implements ReplayStep {}

  /** The recorded desk closed it; nothing is left to do where Baton's own timer was first. */
  record Confirm() implements ReplayStep {}

  /** What happened at a desk of ours; what the flow did by itself, it does again. */
  record AsRecorded(HistoryEvent event) implements ReplayStep {}

  /** Nothing in Baton answers to this; the event counts as refused. */
  record Refuse(SkippedEvent refusal) implements ReplayStep {}
}
