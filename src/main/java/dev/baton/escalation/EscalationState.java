package dev.baton.escalation;

/** Where a climb stands. */
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
  /** The incident was over first, or somebody ended the climb. */
  WITHDRAWN,
  /** The ladder has no rung for it. */
  NOT_CLIMBED;

  public boolean isOpen() {
    return this == RAISED || this == TOLD || this == WAITING || this == ACKNOWLEDGED;
  }
}
