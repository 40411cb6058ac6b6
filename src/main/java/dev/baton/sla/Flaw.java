package dev.baton.sla;

/**
 * What is wrong with a definition.
 *
 * @param field with its path in the document, such as {@code agreements[0].promises[2].target}
 * @param reason what was met, and what would be accepted
 */
public record Flaw(String field, String reason) {}
