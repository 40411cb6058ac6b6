package dev.baton.notification.template;

import dev.baton.audit.AuditedChanges;
import dev.baton.notification.NotificationEvent;
import dev.baton.web.validation.TextInput;
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

  /** How much of a text the audit trail shows. */
  private static final int SHOWN = 100;

  /** Whether it replaces nothing. */
  public boolean isEmpty() {
    return subject == null && opening == null && next == null && signature == null;
  }

  /**
   * What differs from the template of before, for the audit trail, as in {@code : subject: – →
   * Done}; empty if nothing does.
   *
   * @param before null for none
   */
  String changesFrom(ClientTemplate before) {
    ClientTemplate old =
        before == null ? new ClientTemplate(event, language, null, null, null, null) : before;
    String changes =
        new AuditedChanges()
            .of("subject", shown(old.subject), shown(subject))
            .of("opening", shown(old.opening), shown(opening))
            .of("next", shown(old.next), shown(next))
            .of("signature", shown(old.signature), shown(signature))
            .words();
    return changes.isEmpty() ? "" : ": " + changes;
  }

  private static String shown(String text) {
    return text == null ? null : TextInput.shortened(text.replaceAll("\\s+", " "), SHOWN);
  }

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
