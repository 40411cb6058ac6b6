package dev.baton.notification.template;

/**
 * A message as its reader gets it.
 *
 * @param subject one line with the incident's number
 * @param text the plain part; never empty
 * @param html the same words as a whole HTML document
 */
public record RenderedMessage(String subject, String text, String html) {}
