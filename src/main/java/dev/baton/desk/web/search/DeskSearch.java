package dev.baton.desk.web.search;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.search.SearchResults.FoundClient;
import dev.baton.desk.web.search.SearchResults.FoundIncident;
import dev.baton.desk.web.search.SearchResults.FoundPerson;
import dev.baton.desk.web.search.SearchResults.FoundWords;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.search.MessageSearch;
import dev.baton.incident.search.SearchTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Looks for what somebody typed; a client's people find what is their own client's. */
@Component
class DeskSearch {

  static final int SHOWN = 10;

  private final IncidentSearch incidents;
  private final MessageSearch messages;
  private final ClientDirectory clients;
  private final PageRenderer pages;
  private final Clock clock;

  DeskSearch(
      IncidentSearch incidents,
      MessageSearch messages,
      ClientDirectory clients,
      PageRenderer pages,
      Clock clock) {
    this.incidents = incidents;
    this.messages = messages;
    this.clients = clients;
    this.pages = pages;
    this.clock = clock;
  }

  /** The number that the text is, if it is one of an incident that the visitor may see. */
  Optional<String> number(String text, Visitor visitor) {
    Long only = visitor.caller().onlyClient();
    return new SearchTerms(text)
        .number(clock.instant().atZone(ZoneOffset.UTC).getYear())
        .flatMap(number -> incidents.find(new IncidentNumber(number)))
        .filter(incident -> only == null || incident.clientId() == only)
        .map(IncidentView::number);
  }

  SearchResults find(String text, Visitor visitor) {
    Long only = visitor.caller().onlyClient();
    Map<Long, ClientView> all =
        clients.clients().stream().collect(Collectors.toMap(ClientView::id, Function.identity()));
    Page<IncidentView> found =
        incidents.find(
            new IncidentCriteria(Set.of(), only, null, null, text, null), PageRequest.of(0, SHOWN));
    boolean inside = !visitor.isOfClient();
    return new SearchResults(
        found.stream().map(incident -> incident(incident, all, visitor)).toList(),
        found.getTotalElements() > SHOWN,
        messages(text, only, visitor),
        inside ? people(text, all) : List.of(),
        inside ? clients(text, all) : List.of());
  }

  private FoundIncident incident(
      IncidentView incident, Map<Long, ClientView> all, Visitor visitor) {
    return new FoundIncident(
        incident.number(),
        incident.subject(),
        incident.priority() == null ? null : incident.priority().name(),
        incident.status().name(),
        pages.name("status", incident.status(), visitor.locale()),
        incident.requester().name(),
        all.get(incident.clientId()).name(),
        visitor.at(incident.openedAt(), clock.instant()));
  }

  private List<FoundWords> messages(String text, Long only, Visitor visitor) {
    SearchTerms words = new SearchTerms(text);
    Instant now = clock.instant();
    return messages.find(text, only, SHOWN).stream()
        .map(
            message ->
                new FoundWords(
                    message.incident(),
                    message.incidentSubject(),
                    Excerpt.of(message.text(), words),
                    visitor.at(message.at(), now),
                    message.internal()))
        .toList();
  }

  private List<FoundPerson> people(String text, Map<Long, ClientView> all) {
    return clients.people(text, null, SHOWN).stream()
        .map(person -> person(person, all.get(person.clientId())))
        .toList();
  }

  private static FoundPerson person(RequesterView person, ClientView client) {
    return new FoundPerson(
        person.name(), person.email(), person.phone(), person.vip(), client.name(), client.code());
  }

  private static List<FoundClient> clients(String text, Map<Long, ClientView> all) {
    String typed = text.toLowerCase(Locale.ROOT);
    return all.values().stream()
        .filter(
            client ->
                client.code().contains(typed)
                    || client.name().toLowerCase(Locale.ROOT).contains(typed))
        .limit(SHOWN)
        .map(client -> new FoundClient(client.code(), client.name()))
        .toList();
  }
}
