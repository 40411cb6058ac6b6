package dev.baton.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of an incident, such as {@code INC-2026-000123}; the business key everywhere. */
public record IncidentNumber(String value) {

  private static final Pattern SHAPE = Pattern.compile("INC-\\d{4}-\\d{6,9}");

  public IncidentNumber {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an incident number: " + value);
    }
  }

  /** The number in the text, if it is one; spaces around it and its case do not matter. */
  public static Optional<IncidentNumber> parse(String text) {
    return Optional.ofNullable(text)
        .map(given -> given.strip().toUpperCase(Locale.ROOT))
        .filter(given -> SHAPE.matcher(given).matches())
        .map(IncidentNumber::new);
  }

  public static IncidentNumber of(int year, long count) {
    return new IncidentNumber(String.format(Locale.ROOT, "INC-%04d-%06d", year, count));
  }

  @Override
  public String toString() {
    return value;
  }
}
