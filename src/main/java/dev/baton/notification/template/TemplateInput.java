package dev.baton.notification.template;

import dev.baton.incident.IncidentView;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The input of a template: one event of one incident for one recipient.
 *
 * @param zone of the recipient; all times are shown in it
 * @param recipientName null if unknown
 * @param clientName the client's display name
 * @param detail a person's text that belongs to the event (an answer, a resolution, what we need);
 *     null if there are none
 * @param nextAt when the next step is due (the due date, the end of the hold, the next update);
 *     null if nothing is promised
 * @param assigneeName name of the person who works on it; null if there is none yet
 * @param link where the button leads; null for the default of the audience
 * @param authorName name of the person of the desk who wrote the detail; null if none did
 * @param isLetter whether the detail is the message itself, as a person wrote it
 */
public record TemplateInput(
    NotificationEvent event,
    Audience audience,
    Locale language,
    ZoneId zone,
    String recipientName,
    String client,
    String clientName,
    IncidentView incident,
    String detail,
    Instant at,
    Instant nextAt,
    String assigneeName,
    String link,
    String authorName,
    boolean isLetter) {

  /** Returns the same input for a recipient with another language. */
  public TemplateInput in(Locale other) {
    return new TemplateInput(
        event,
        audience,
        other,
        zone,
        recipientName,
        client,
        clientName,
        incident,
        detail,
        at,
        nextAt,
        assigneeName,
        link,
        authorName,
        isLetter);
  }
}
