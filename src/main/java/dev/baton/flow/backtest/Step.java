package dev.baton.flow.backtest;

import dev.baton.incident.HoldReason;
import dev.baton.incident.Level;

/**
 * One use case of Baton that an event of the log asks for; people and groups as the log names them.
 */
sealed interface Step {

  record Report() implements Step {}

  /** To this group and this person (null: to nobody). */
  record AssignGroup(RecordedGroup group, String person) implements Step {}

  record AssignPerson(String person) implements Step {}

  record Release() implements Step {}

  record Reprioritise(Level impact, Level urgency) implements Step {}

  /** The person takes the incident and begins. */
  record Claim(String person) implements Step {}

  record Start() implements Step {}

  record Hold(HoldReason reason) implements Step {}

  record Resume() implements Step {}

  record Resolve() implements Step {}

  record Reopen() implements Step {}

  /** The recorded desk closed it; nothing is left to do where Baton's own timer was first. */
  record Confirm() implements Step {}

  /** Nothing in Baton answers to this; the event counts as refused. */
  record Refuse(Refusal refusal) implements Step {}
}
