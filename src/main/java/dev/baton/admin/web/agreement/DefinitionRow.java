package dev.baton.admin.web.agreement;

/**
 * Something that a definition says, in the reader's language.
 *
 * @param label what it is about; unique within a definition
 */
public record DefinitionRow(String label, String value) {}
