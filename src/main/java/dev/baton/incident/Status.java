package dev.baton.incident;

/** Where an incident stands. */
public enum Status {
  RECEIVED,
  ASSIGNED,
  IN_PROGRESS,
  ON_HOLD,
  RESOLVED,
  CLOSED,
  CANCELLED;

  /** Whether nothing more will happen to the incident. */
  public boolean isFinal() {
    return this == CLOSED || this == CANCELLED;
  }
}
