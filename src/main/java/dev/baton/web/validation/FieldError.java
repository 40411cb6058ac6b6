package dev.baton.web.validation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A field that was not accepted, and why.
 *
 * @param text the reason in the language of whoever reads a page; null where only English says it
 */
@Schema(name = "FieldProblem", description = "A field that was not accepted, and why")
public record FieldError(
    @Schema(description = "The field, with its path in the body", example = "requester.email")
        String field,
    @Schema(description = "What would be accepted", example = "must be an email address")
        String reason,
    @JsonIgnore @Schema(hidden = true) LocalizableText text) {

  public FieldError(String field, String reason) {
    this(field, reason, null);
  }

  public FieldError(String field, LocalizableText text) {
    this(field, RefusalTexts.english(text), text);
  }
}
