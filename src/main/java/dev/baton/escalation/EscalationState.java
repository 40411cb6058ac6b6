package dev.baton.escalation;

/** The state of an escalation. */
public enum EscalationState {
  /** Raised; nobody was told yet. */
  RAISED,
  /** Somebody was told and has not answered yet. */
  TOLD,
  /** Nobody's hours are open: it goes on when the first one's are. */
  WAITING,
  /** Somebody answered and decides. */
  ACKNOWLEDGED,
  /** Decided. */
  SETTLED,
  /** The incident ended first, or somebody ended the escalation. */
  WITHDRAWN,
  /** The ladder has no rung for it. */
  NOT_CLIMBED;

  public boolean isOpen() {
    return this == RAISED || this == TOLD || this == WAITING || this == ACKNOWLEDGED;
  }
}
