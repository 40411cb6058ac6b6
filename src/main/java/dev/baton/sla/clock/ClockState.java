package dev.baton.sla.clock;

/** The state of an obligation. One that is past due but still running has a breach as well. */
public enum ClockState {
  /** Nothing to measure yet: no team is assigned, or there is no client message to answer. */
  WAITING,
  RUNNING,
  /** On hold, or resolved but not yet closed. */
  PAUSED,
  MET,
  /** Met too late, or ended without having been met in time. */
  BREACHED,
  /** Ended without a verdict: cancelled, or no longer promised. */
  STOPPED
}
