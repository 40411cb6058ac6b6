package dev.baton.intake.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Alerts that create no incidents for a time, such as during maintenance. All matchers must match.
 *
 * @param source code of the source of the alerts; null for every source
 * @param trouble why it has no effect although it should; null if all is well
 */
@Schema(name = "AlertSilence")
public record Silence(
    long id,
    String source,
    List<Matcher> matchers,
    Instant from,
    Instant until,
    String note,
    String createdBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) String trouble) {

  /** A label and its value, or an expression that must match the whole value. */
  public record Matcher(String label, String value, boolean regex) {}

  boolean holds(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  boolean isOf(String itsSource) {
    return source == null || Objects.equals(source, itsSource);
  }

  /** Returns it with the errors in its expressions. */
  Silence checked() {
    try {
      for (Matcher matcher : matchers) {
        if (matcher.regex()) {
          LabelExpression.of(matcher.value());
        }
      }
      return this;
    } catch (InvalidInput broken) {
      String words =
          "This silence keeps nothing quiet. %s Delete it and create it anew."
              .formatted(broken.getMessage());
      return new Silence(id, source, matchers, from, until, note, createdBy, words);
    }
  }
}
