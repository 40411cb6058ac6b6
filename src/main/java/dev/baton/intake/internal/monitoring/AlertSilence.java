package dev.baton.intake.internal.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Alerts that make no incident for a time, such as during maintenance. All matchers must match.
 *
 * @param source code of the source whose alerts these are; null for every source
 */
public record AlertSilence(
    long id,
    String source,
    List<Matcher> matchers,
    Instant from,
    Instant until,
    String note,
    String createdBy) {

  /** A label and the value it has, or the expression that its whole value matches. */
  public record Matcher(String label, String value, boolean regex) {}

  boolean holds(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  boolean isOf(String itsSource) {
    return source == null || Objects.equals(source, itsSource);
  }
}
