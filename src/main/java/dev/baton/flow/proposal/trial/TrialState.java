package dev.baton.flow.proposal.trial;

/** Where a trial stands. */
public enum TrialState {
  RUNNING,
  /** It has a result. */
  DONE,
  CANCELLED,
  FAILED,
  /** The node that ran it is gone. */
  INTERRUPTED
}
