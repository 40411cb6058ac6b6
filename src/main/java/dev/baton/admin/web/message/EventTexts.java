package dev.baton.admin.web.message;

import dev.baton.admin.web.SettingsValues;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.RegisteredEvent;
import dev.baton.notification.template.ClientTemplate;
import dev.baton.notification.template.ClientTemplates;
import dev.baton.notification.template.EventTemplates;
import dev.baton.notification.template.StandardTemplates;
import dev.baton.web.validation.InvalidInput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The texts of an event in the form, in each language. */
@Component
class EventTexts {

  /** Stands for an event that is not registered yet. */
  static final NotificationEvent NEW = new NotificationEvent("NEW");

  private final NotificationEvents events;
  private final EventTemplates templates;
  private final StandardTemplates standard;

  EventTexts(NotificationEvents events, EventTemplates templates, StandardTemplates standard) {
    this.events = events;
    this.templates = templates;
    this.standard = standard;
  }

  /** Of an event of Baton: what is shipped. */
  SettingsValues fill(SettingsValues values, RegisteredEvent event) {
    for (Locale language : ClientTemplates.LANGUAGES) {
      Optional<ClientTemplate> text =
          event.builtIn()
              ? Optional.of(standard.shipped(event.code(), language))
              : templates.of(event.code(), language);
      text.ifPresent(one -> MessageFields.fill(values, one, MessageFields.suffix(language)));
    }
    return values;
  }

  /** Keeps what differs; a language without any text has none of its own. */
  void save(NotificationEvent event, SettingsValues values) {
    for (Locale language : ClientTemplates.LANGUAGES) {
      String suffix = MessageFields.suffix(language);
      ClientTemplate given = MessageFields.template(event, language, values::text, suffix);
      Optional<ClientTemplate> stored = templates.of(event, language);
      try {
        if (given.isEmpty()) {
          templates.remove(event, language);
        } else if (stored.filter(given::equals).isEmpty()) {
          templates.keep(given);
        }
      } catch (InvalidInput refused) {
        throw MessageFields.at(refused, suffix);
      }
    }
  }

  Map<String, String> whenEmpty(String id) {
    Optional<RegisteredEvent> event = id == null ? Optional.empty() : events.find(id);
    Map<String, String> texts = new HashMap<>();
    for (Locale language : ClientTemplates.LANGUAGES) {
      String suffix = MessageFields.suffix(language);
      texts.putAll(MessageFields.byField(standard.shipped(NEW, language), suffix));
      texts.put(
          MessageFields.SUBJECT + suffix,
          event.map(one -> subject(one.name(language), language)).orElse(null));
    }
    return texts;
  }

  /** The subject of an event that has none of its own. */
  static String subject(String name, Locale language) {
    return MessageFields.capitalised(name, language) + ": {title}";
  }
}
