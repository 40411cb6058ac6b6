package dev.baton.sla.agreement;

/**
 * What is wrong with a definition.
 *
 * @param field with its path in the document, such as {@code agreements[0].promises[2].target}
 * @param reason what was met, and what would be accepted
 */
public record DefinitionError(String field, String reason) {}
