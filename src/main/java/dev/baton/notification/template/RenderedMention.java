package dev.baton.notification.template;

/** What a person reads in the inbox about a note that mentions them; plain text. */
public record RenderedMention(String subject, String text) {}
