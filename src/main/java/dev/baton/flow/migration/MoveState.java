package dev.baton.flow.migration;

/** What has become of one incident in a migration. */
public enum MoveState {
  /** It has no forecast yet. */
  WAITING,
  /** It would move, or will. */
  READY,
  /** By the forecast it cannot be moved, and stays. */
  IMPOSSIBLE,
  MOVED,
  /** It stays: it was being worked on, or has gone on to a step that nobody was asked about. */
  LEFT,
  /** There was nothing left to move. */
  ENDED,
  /** The move went another way than the forecast, and was undone. */
  FAILED
}
