package dev.baton.database;

import java.time.Instant;

/** Records of one kind that a desk may keep for a time only. */
public interface RetainedRecords {

  /** The most that is counted. */
  int COUNTED = 100_000;

  /** Its name in settings, in camel case. */
  String name();

  /** How many are older, up to {@link #COUNTED}. */
  int countBefore(Instant before);

  /**
   * Removes older ones, in a transaction of its own.
   *
   * @param most how many at most
   * @return how many
   */
  int removeBefore(Instant before, int most);
}
