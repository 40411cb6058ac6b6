package dev.baton.notification.template;

/**
 * A message as its recipient gets it.
 *
 * @param subject one line with the incident's number
 * @param text the plain part; never empty
 * @param html the same text as a complete HTML document
 */
public record RenderedMessage(String subject, String text, String html) {}
