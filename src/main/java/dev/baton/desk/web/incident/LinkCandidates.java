package dev.baton.desk.web.incident;

import dev.baton.desk.web.IncidentField;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds the incidents that somebody may mean while they type. */
@Component
public class LinkCandidates {

  private static final int MOST = 8;

  private final IncidentSearch search;
  private final IncidentSummaries summaries;
  private final PageRenderer pages;

  LinkCandidates(IncidentSearch search, IncidentSummaries summaries, PageRenderer pages) {
    this.search = search;
    this.summaries = summaries;
    this.pages = pages;
  }

  /** Of the incident's client, without itself; the newest open ones if nothing is typed. */
  List<Suggestion> of(IncidentView incident, String typed, Visitor visitor) {
    Stream<Suggestion> found =
        typed.isEmpty()
            ? summaries.openOfClient(incident.clientId(), MOST + 1).stream()
                .map(it -> suggestion(it, visitor))
            : found(incident.clientId(), typed, visitor);
    return found.filter(other -> !other.value().equals(incident.number())).limit(MOST).toList();
  }

  /**
   * Of the client of the chosen ones, of any if they have several: one of them, if nothing is
   * typed, the first reported at first.
   */
  public List<Suggestion> among(List<String> chosen, String typed, Visitor visitor) {
    List<IncidentNumber> numbers =
        chosen.stream().map(IncidentNumber::parse).flatMap(Optional::stream).toList();
    List<IncidentView> incidents =
        search.of(numbers).values().stream()
            .sorted(Comparator.comparing(IncidentView::openedAt))
            .toList();
    if (typed.isEmpty()) {
      return incidents.stream().limit(MOST).map(it -> suggestion(it, visitor)).toList();
    }
    Set<Long> clients = incidents.stream().map(IncidentView::clientId).collect(Collectors.toSet());
    Long client = clients.size() == 1 ? clients.iterator().next() : null;
    return found(client, typed, visitor).limit(MOST).toList();
  }

  private Stream<Suggestion> found(Long client, String typed, Visitor visitor) {
    return search
        .find(
            new IncidentCriteria(Set.of(), client, null, null, typed, null),
            PageRequest.of(0, MOST + 1))
        .stream()
        .map(it -> suggestion(it, visitor));
  }

  private Suggestion suggestion(IncidentSummary it, Visitor visitor) {
    return suggestion(
        it.number(), it.subject(), it.requester(), it.status(), it.priority(), visitor);
  }

  private Suggestion suggestion(IncidentView it, Visitor visitor) {
    return suggestion(
        it.number(), it.subject(), it.requester().name(), it.status(), it.priority(), visitor);
  }

  private Suggestion suggestion(
      String number,
      String subject,
      String requester,
      Status status,
      Priority priority,
      Visitor visitor) {
    String state =
        Stream.of(
                priority == null ? "" : priority.name(),
                pages.name("status", status, visitor.locale()),
                requester == null ? "" : requester)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new Suggestion(number, IncidentField.text(number, subject), state, null);
  }
}
