package dev.baton.sla;

import java.util.List;

/**
 * What was published.
 *
 * @param remarks what the publisher should know about it
 */
public record Publication(List<Entry> calendars, List<Entry> agreements, List<String> remarks) {

  /**
   * @param version the number of its newest version
   * @param isNew false if the newest version was already the same
   */
  public record Entry(String name, int version, boolean isNew) {}
}
