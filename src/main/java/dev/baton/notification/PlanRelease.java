package dev.baton.notification;

import java.time.Instant;
import java.util.Optional;

/** Finds the release from which the communication plan in force is. */
public interface PlanRelease {

  Optional<Origin> now();

  /**
   * @param number counts from 1
   * @param title what the release was called
   */
  record Origin(int number, String title, Instant at) {}
}
