package dev.baton.sla;

import java.util.List;

/**
 * What was published.
 *
 * @param remarks what somebody should know of it
 */
public record Publication(List<Entry> calendars, List<Entry> agreements, List<String> remarks) {

  /**
   * @param version its newest version
   * @param isNew false where the newest version said just the same
   */
  public record Entry(String name, int version, boolean isNew) {}
}
