package dev.baton.flow.difference;

/** What happened to a file or to an element of it. */
public enum ChangeState {
  ADDED,
  REMOVED,
  CHANGED;

  static ChangeState of(Object before, Object after) {
    return before == null ? ADDED : after == null ? REMOVED : CHANGED;
  }
}
