package dev.baton.notification.template;

import dev.baton.incident.IncidentView;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What a template is given: one event of one incident for one reader.
 *
 * @param zone of the reader; every time is shown in it
 * @param readerName null if nobody knows it
 * @param clientName as the client is called
 * @param detail words of a person that belong to the event (an answer, a resolution, what we need);
 *     null if there are none
 * @param nextAt by when something follows (the due date, the end of the hold, the next update);
 *     null if nothing is promised
 * @param assigneeName who works on it; null if nobody does yet
 * @param link where the one button leads; null for what fits the audience
 */
public record TemplateInput(
    NotificationEvent event,
    Audience audience,
    Locale language,
    ZoneId zone,
    String readerName,
    String client,
    String clientName,
    IncidentView incident,
    String detail,
    Instant at,
    Instant nextAt,
    String assigneeName,
    String link) {

  /** The same for a reader of another language. */
  public TemplateInput in(Locale other) {
    return new TemplateInput(
        event,
        audience,
        other,
        zone,
        readerName,
        client,
        clientName,
        incident,
        detail,
        at,
        nextAt,
        assigneeName,
        link);
  }
}
