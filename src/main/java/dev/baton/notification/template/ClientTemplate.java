package dev.baton.notification.template;

import dev.baton.notification.NotificationEvent;
import java.util.Locale;

/**
 * A client's own text that replaces the general template; null keeps the general text. Names in
 * braces are filled in as in the shipped templates.
 *
 * @param subject at most 200 characters, without the number, which always precedes it
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
    String signature) {

  /** These texts, and where there is none the other template's. */
  ClientTemplate orElse(ClientTemplate other) {
    return new ClientTemplate(
        event,
        language,
        subject == null ? other.subject : subject,
        opening == null ? other.opening : opening,
        next == null ? other.next : next,
        signature == null ? other.signature : signature);
  }
}
