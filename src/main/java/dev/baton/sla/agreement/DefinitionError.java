package dev.baton.sla.agreement;

/**
 * An error in a definition.
 *
 * @param field its path in the document, such as {@code agreements[0].promises[2].target}
 * @param reason what was found, and what would be accepted
 */
public record DefinitionError(String field, String reason) {}
