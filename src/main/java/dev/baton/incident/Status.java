package dev.baton.incident;

import java.util.EnumSet;
import java.util.Set;

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

  /** All but the final ones. To ask for these reads an index; to ask for no final one, all. */
  public static Set<Status> open() {
    return EnumSet.complementOf(EnumSet.of(CLOSED, CANCELLED));
  }
}
