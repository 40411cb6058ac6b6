package dev.baton.flow.migration;

import java.util.Set;

/** How far a migration is. */
public enum MigrationState {
  /** It is not said yet where all incidents go on. */
  DRAFT,
  /** Each incident is moved, and its move undone. */
  FORECASTING,
  /** The forecast is there; nothing has been moved. */
  READY,
  RUNNING,
  /** A stage is over; somebody releases the next one. */
  PAUSED,
  /** By somebody, or by itself at the first surprise. */
  STOPPED,
  DONE;

  /** Those in which the worker has something to do. */
  public static final Set<MigrationState> AT_WORK = Set.of(FORECASTING, RUNNING);

  public boolean isAtWork() {
    return AT_WORK.contains(this);
  }
}
