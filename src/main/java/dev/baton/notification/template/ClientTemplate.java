package dev.baton.notification.template;

import dev.baton.notification.NotificationEvent;
import java.util.Locale;

/**
 * Words that a client hears in place of the shipped ones; null keeps those. Names in braces are
 * filled in as in the shipped words.
 *
 * @param subject at most 200 characters, without the number, which always stands before it
 * @param opening at most 2,000 characters
 * @param next what happens next, at most 2,000 characters
 * @param signature at most 500 characters
 */
public record ClientTemplate(
    NotificationEvent event,
    Locale language,
    String subject,
    String opening,
    String next,
    String signature) {}
