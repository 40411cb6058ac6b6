package dev.baton.notification.plan;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.notification.Audience;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.Recipient;
import dev.baton.notification.template.MessageComposer;
import dev.baton.notification.template.RenderedMessage;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a message for a real incident before anyone receives it. */
@Service
@Transactional(readOnly = true)
public class PreviewMessages {

  private final MessageComposer letters;
  private final RecipientSearch recipients;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final NotificationEvents events;

  PreviewMessages(
      MessageComposer letters,
      RecipientSearch recipients,
      IncidentSearch incidents,
      ClientDirectory clients,
      NotificationEvents events) {
    this.letters = letters;
    this.recipients = recipients;
    this.incidents = incidents;
    this.clients = clients;
    this.events = events;
  }

  /**
   * Renders the message for the first recipient of the audience, or for a placeholder if there is
   * none.
   *
   * @param language null for the recipient's own
   * @param detail a person's text that would accompany the event; may be null
   * @throws InvalidInput if the event is not registered
   */
  public RenderedMessage preview(
      IncidentNumber number,
      NotificationEvent event,
      Audience audience,
      Locale language,
      String detail) {
    return preview(number, event, audience, language, detail, null);
  }

  /**
   * Renders the same as above, as a message that a person wrote.
   *
   * @param author sign-in name of the person
   */
  public RenderedMessage preview(
      IncidentNumber number,
      NotificationEvent event,
      Audience audience,
      Locale language,
      String detail,
      String author) {
    IncidentView incident = incidents.get(number);
    if (events.find(event).isEmpty()) {
      throw new InvalidInput("event", LocalizableText.of("refused.event.unregistered", event));
    }
    List<Recipient> found = recipients.of(audience, incident, null, Set.of());
    Recipient recipient = found.isEmpty() ? nameless(audience, incident) : found.get(0);
    return letters.preview(
        event,
        recipient,
        language == null ? recipient.language() : language,
        number.value(),
        detail,
        author);
  }

  private Recipient nameless(Audience audience, IncidentView incident) {
    ClientView client = clients.client(incident.clientId());
    return new Recipient(
        audience,
        null,
        null,
        null,
        client.code(),
        incident.team(),
        client.language(),
        client.zone());
  }
}
