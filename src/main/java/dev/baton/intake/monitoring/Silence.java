package dev.baton.intake.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Alerts that create no incidents for a time, such as during maintenance. All matchers must match.
 *
 * @param source code of the source of the alerts; null for every source
 * @param trouble why it has no effect although it should, in English; null if all is well
 * @param troubleText the same in the reader's language
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
    @JsonInclude(JsonInclude.Include.NON_NULL) String trouble,
    @JsonIgnore @Schema(hidden = true) LocalizableText troubleText) {

  /** Without trouble. */
  public Silence(
      long id,
      String source,
      List<Matcher> matchers,
      Instant from,
      Instant until,
      String note,
      String createdBy) {
    this(id, source, matchers, from, until, note, createdBy, null, null);
  }

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
      LocalizableText words = LocalizableText.of("refused.silence.broken", broken.reason());
      return new Silence(
          id, source, matchers, from, until, note, createdBy, RefusalTexts.english(words), words);
    }
  }
}
