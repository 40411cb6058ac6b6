package dev.baton.sla.agreement;

import dev.baton.web.text.LocalizableText;

/**
 * An error in a definition.
 *
 * @param field its path in the document, such as {@code agreements[0].promises[2].target}
 * @param reason what was found, and what would be accepted
 * @param text the reason for whoever reads a page; null where only English says it
 */
public record DefinitionError(String field, String reason, LocalizableText text) {

  public DefinitionError(String field, String reason) {
    this(field, reason, null);
  }
}
