package dev.baton.sla.clock;

/** How an obligation stands. A running one that is past due says so by its breach. */
public enum ClockState {
  /** Nothing to measure yet: not assigned to a team, or nothing of the client to answer. */
  WAITING,
  RUNNING,
  /** On hold, or resolved and not yet closed. */
  PAUSED,
  MET,
  /** Fulfilled too late, or over without having been fulfilled in time. */
  BREACHED,
  /** Over without a verdict: cancelled, or no longer promised. */
  STOPPED
}
