package dev.baton.incident;

/** The actions on an incident that its flow can offer: see {@link OfferedActions}. */
public enum IncidentAction {
  CLAIM,
  START,
  RESUME,
  CONFIRM,
  REOPEN,
  RESOLVE,
  /** Gives a resolved incident another resolution; the confirmation period begins anew. */
  AMEND,
  HOLD,
  /** Gives a hold another reason or a later end. */
  EXTEND,
  PASS_TO_SECOND_LINE,
  ASSIGN,
  /** Puts it back to its team's queue. */
  RELEASE,
  ASK_FOR_HELP,
  REPRIORITISE,
  DUPLICATE,
  CANCEL
}
