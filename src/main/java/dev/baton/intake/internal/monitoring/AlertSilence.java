package dev.baton.intake.internal.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

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
  public record Matcher(String label, String value, boolean regex) {

    boolean matches(Map<String, String> labels) {
      String is = labels.getOrDefault(label, "");
      return regex ? Pattern.matches(value, is) : is.equals(value);
    }
  }

  boolean covers(String itsSource, Map<String, String> labels, Instant now) {
    boolean holds = !now.isBefore(from) && now.isBefore(until);
    boolean ofIt = source == null || Objects.equals(source, itsSource);
    return holds && ofIt && matchers.stream().allMatch(matcher -> matcher.matches(labels));
  }
}
