package dev.baton.incident;

/**
 * What somebody wrote on an incident.
 *
 * @param author the sign-in name of a person, or the name of the flow; null if unknown
 */
public record WrittenText(String text, String author) {}
