package dev.baton.desk.web.contact;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.desk.web.IncidentField;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentView;
import dev.baton.incident.category.CategorySuggestions;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.search.IncidentSearch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What may be chosen in the forms of triage, for a person who types. */
@Component
@Transactional(readOnly = true)
class TriageChoices {

  private static final int MOST = 12;

  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final CategorySuggestions categories;
  private final PageRenderer pages;

  TriageChoices(
      IncidentSearch incidents,
      ClientDirectory clients,
      CategorySuggestions categories,
      PageRenderer pages) {
    this.incidents = incidents;
    this.clients = clients;
    this.categories = categories;
    this.pages = pages;
  }

  /**
   * An option of a field.
   *
   * @param value what the field gets
   * @param hint tells options apart; null if there is nothing to add
   * @param fields what other fields of the form get, by their ids
   */
  record Choice(String value, String title, String hint, Map<String, String> fields) {

    static Choice of(String value, String hint) {
      return new Choice(value, value, hint, Map.of());
    }
  }

  /** By number, subject or requester; the newest first. */
  List<Choice> incidents(String text, Visitor visitor) {
    if (text.isBlank()) {
      return List.of();
    }
    Map<Long, ClientView> names = names();
    return incidents
        .find(
            new IncidentCriteria(Set.of(), null, null, null, text.strip(), null),
            PageRequest.of(0, MOST))
        .stream()
        .map(incident -> choice(incident, names, visitor))
        .toList();
  }

  private Choice choice(IncidentView incident, Map<Long, ClientView> names, Visitor visitor) {
    return new Choice(
        IncidentField.text(incident.number(), incident.subject()),
        IncidentField.text(incident.number(), incident.subject()),
        "%s · %s · %s"
            .formatted(
                Objects.toString(incident.requester().name(), incident.requester().email()),
                names.get(incident.clientId()).name(),
                pages.name("status", incident.status(), visitor.locale())),
        Map.of());
  }

  /**
   * By name, address or phone number.
   *
   * @param client whose people alone are offered; empty for all clients
   */
  List<Choice> people(String text, String client) {
    Map<Long, ClientView> names = names();
    Long only = clients.find(client).map(ClientView::id).orElse(null);
    return clients.people(text, only, MOST).stream()
        .filter(person -> only == null || person.clientId() == only)
        .map(person -> choice(person, names.get(person.clientId())))
        .toList();
  }

  private static Choice choice(RequesterView person, ClientView client) {
    String name = person.name() == null ? "" : person.name();
    return new Choice(
        name,
        name.isEmpty() ? person.email() : name,
        Stream.of(client.name(), person.email(), person.phone())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")),
        Map.of(
            "open-client",
            client.code(),
            "open-email",
            person.email() == null ? "" : person.email()));
  }

  List<Choice> services(String text, String client) {
    return clients
        .find(client)
        .map(ClientView::id)
        .map(clients::services)
        .orElse(List.of())
        .stream()
        .filter(service -> contains(service.name(), text) || contains(service.code(), text))
        .limit(MOST)
        .map(service -> Choice.of(service.name(), service.code()))
        .toList();
  }

  List<Choice> categories(String text) {
    return categories.containing(text, MOST).stream()
        .map(category -> Choice.of(category, null))
        .toList();
  }

  private static boolean contains(String known, String typed) {
    return known.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
  }

  private Map<Long, ClientView> names() {
    return clients.clients().stream()
        .collect(Collectors.toMap(ClientView::id, Function.identity()));
  }
}
