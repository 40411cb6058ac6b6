package dev.baton.sla.agreement;

import java.util.List;

/**
 * What was published.
 *
 * @param remarks what somebody should know of it
 */
public record PublishResult(
    List<PublishedName> calendars, List<PublishedName> agreements, List<String> remarks) {

  /**
   * @param version its newest version
   * @param isNew false where the newest version said just the same
   */
  public record PublishedName(String name, int version, boolean isNew) {}
}
