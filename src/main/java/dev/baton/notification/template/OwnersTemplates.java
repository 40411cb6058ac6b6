package dev.baton.notification.template;

import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds the texts for an event that a process owner registered. */
@Component
class OwnersTemplates {

  private static final String DATE = "{next}";

  private final EventTemplates templates;
  private final NotificationEvents events;

  OwnersTemplates(EventTemplates templates, NotificationEvents events) {
    this.templates = templates;
    this.events = events;
  }

  /** An event without a template is named in the subject; the rest are shipped texts. */
  ClientTemplate of(TemplateInput message, Locale language) {
    NotificationEvent event = message.event();
    return templates
        .of(event, language)
        .map(found -> complete(found, message, language))
        .orElseGet(
            () -> new ClientTemplate(event, language, subject(event, language), null, null, null));
  }

  /** A sentence about a date is left out where there is none. */
  ClientTemplate complete(ClientTemplate found, TemplateInput message, Locale language) {
    boolean lacksDate =
        message.nextAt() == null && found.next() != null && found.next().contains(DATE);
    return new ClientTemplate(
        found.event(),
        language,
        found.subject() == null ? subject(found.event(), language) : found.subject(),
        found.opening(),
        lacksDate ? null : found.next(),
        found.signature());
  }

  private String subject(NotificationEvent event, Locale language) {
    String name = events.find(event).map(known -> known.name(language)).orElse(event.code());
    return name.substring(0, 1).toUpperCase(language) + name.substring(1) + ": {title}";
  }
}
