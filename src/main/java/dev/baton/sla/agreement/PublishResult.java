package dev.baton.sla.agreement;

import java.util.List;

/**
 * What was published.
 *
 * @param remarks what the publisher should know about it
 */
public record PublishResult(
    List<PublishedName> calendars, List<PublishedName> agreements, List<DefinitionRemark> remarks) {

  /**
   * @param version the number of its newest version
   * @param isNew false if the newest version was already the same
   */
  public record PublishedName(String name, int version, boolean isNew) {}
}
