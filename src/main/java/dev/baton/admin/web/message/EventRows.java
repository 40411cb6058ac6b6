package dev.baton.admin.web.message;

import dev.baton.admin.web.SettingsRow;
import dev.baton.desk.web.PageRenderer;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.RegisteredEvent;
import dev.baton.notification.template.EventTemplates;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lines of the list of events. */
@Component
class EventRows {

  private final EventTemplates templates;
  private final PageRenderer pages;

  EventRows(EventTemplates templates, PageRenderer pages) {
    this.templates = templates;
    this.pages = pages;
  }

  List<SettingsRow> of(List<RegisteredEvent> events, Locale locale) {
    return events.stream().map(event -> row(event, locale)).toList();
  }

  private SettingsRow row(RegisteredEvent event, Locale locale) {
    String origin = event.builtIn() ? "admin.events.ofBaton" : "admin.events.ofDesk";
    return new SettingsRow(
        event.code().code(),
        List.of(
            event.code().code(),
            MessageFields.capitalised(event.name(locale), locale),
            pages.name("admin.events.topic", event.topic(), locale),
            pages.words(origin, locale),
            event.builtIn()
                ? pages.words("admin.message.standard", locale)
                : languages(event.code(), locale)));
  }

  private String languages(NotificationEvent event, Locale locale) {
    String own =
        templates.of(event).stream()
            .map(one -> pages.words("admin.language." + one.language().getLanguage(), locale))
            .collect(Collectors.joining(", "));
    return own.isEmpty() ? pages.words("admin.message.standard", locale) : own;
  }
}
