package dev.baton.admin.web.message;

import dev.baton.admin.web.SettingsRow;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.RegisteredEvent;
import dev.baton.notification.template.ClientTemplate;
import dev.baton.notification.template.ClientTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the messages of clients: each event in each language. */
@Component
class ClientMessages {

  private final ClientDirectory clients;
  private final NotificationEvents events;
  private final ClientTemplates templates;
  private final PageRenderer pages;

  ClientMessages(
      ClientDirectory clients,
      NotificationEvents events,
      ClientTemplates templates,
      PageRenderer pages) {
    this.clients = clients;
    this.events = events;
    this.templates = templates;
    this.pages = pages;
  }

  /** What a client reads about an event in a language. */
  record Message(ClientView client, RegisteredEvent event, Locale language) {

    String id() {
      return client.code() + ":" + event.code() + ":" + language.getLanguage();
    }
  }

  Optional<Message> find(String id) {
    String[] parts = id.split(":", 3);
    return parts.length < 3
        ? Optional.empty()
        : language(parts[2])
            .flatMap(
                language ->
                    clients
                        .find(parts[0])
                        .filter(client -> client.code().equals(parts[0]))
                        .flatMap(
                            client ->
                                events
                                    .find(parts[1])
                                    .map(event -> new Message(client, event, language))));
  }

  private static Optional<Locale> language(String tag) {
    return ClientTemplates.LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(tag))
        .findFirst();
  }

  /** Those that replace standard texts, of all clients. */
  List<Message> own() {
    Map<String, RegisteredEvent> known =
        events.all().stream()
            .collect(Collectors.toMap(one -> one.code().code(), Function.identity()));
    return clients.clients(templates.clients()).values().stream()
        .flatMap(client -> templates.of(client).stream().map(text -> message(client, text, known)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Message> message(
      ClientView client, ClientTemplate text, Map<String, RegisteredEvent> known) {
    return Optional.ofNullable(known.get(text.event().code()))
        .map(event -> new Message(client, event, text.language()));
  }

  /**
   * @param of code of a client; null for what all clients have of their own
   */
  List<SettingsRow> rows(String of, Locale locale) {
    return of == null
        ? own().stream().map(one -> row(one, true, locale)).toList()
        : clients
            .find(of)
            .filter(client -> client.code().equals(of))
            .map(client -> rows(client, locale))
            .orElse(List.of());
  }

  private List<SettingsRow> rows(ClientView client, Locale locale) {
    List<ClientTemplate> own = templates.of(client);
    List<SettingsRow> rows = new ArrayList<>();
    for (RegisteredEvent event : events.all()) {
      for (Locale language : languages(client)) {
        boolean isOwn =
            own.stream()
                .anyMatch(
                    one -> one.event().equals(event.code()) && one.language().equals(language));
        rows.add(row(new Message(client, event, language), isOwn, locale));
      }
    }
    return rows;
  }

  /** The client's own language comes first. */
  private static List<Locale> languages(ClientView client) {
    return Stream.concat(
            ClientTemplates.LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(client.language().getLanguage())),
            ClientTemplates.LANGUAGES.stream())
        .distinct()
        .toList();
  }

  private SettingsRow row(Message message, boolean isOwn, Locale locale) {
    return new SettingsRow(
        message.id(),
        List.of(
            name(message.event(), locale),
            language(message, locale),
            message.client().name(),
            pages.words(isOwn ? "admin.message.own" : "admin.message.standard", locale)));
  }

  private static String name(RegisteredEvent event, Locale locale) {
    return MessageFields.capitalised(event.name(locale), locale);
  }

  private String language(Message message, Locale locale) {
    return pages.words("admin.language." + message.language().getLanguage(), locale);
  }

  /** Such as {@code Resolved, German (Globex)}. */
  String title(Message message, Visitor visitor) {
    return pages.words(
        "admin.messages.title",
        visitor.locale(),
        name(message.event(), visitor.locale()),
        language(message, visitor.locale()),
        message.client().name());
  }
}
