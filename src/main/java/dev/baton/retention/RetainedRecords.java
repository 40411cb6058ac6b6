package dev.baton.retention;

import java.time.Instant;

/** Records of one kind that may be removed after a while, by the module that owns them. */
public interface RetainedRecords {

  /** Which kind; never changes, since settings are kept by it. */
  String name();

  /** How many would be removed. */
  long count(Instant before);

  /**
   * Removes the oldest ones in the transaction of the caller.
   *
   * @return how many were removed; fewer than {@code most} when none is left
   */
  int remove(Instant before, int most);
}
