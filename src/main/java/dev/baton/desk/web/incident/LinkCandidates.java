package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.search.IncidentSummaries;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds the incidents of a client that somebody may mean; the newest open ones at first. */
@Component
class LinkCandidates {

  private static final int MOST = 8;

  private final IncidentSearch search;
  private final IncidentSummaries summaries;
  private final PageRenderer pages;

  LinkCandidates(IncidentSearch search, IncidentSummaries summaries, PageRenderer pages) {
    this.search = search;
    this.summaries = summaries;
    this.pages = pages;
  }

  List<Suggestion> of(IncidentView incident, String typed, Visitor visitor) {
    Stream<Suggestion> found =
        typed.isEmpty()
            ? summaries.openOfClient(incident.clientId(), MOST + 1).stream()
                .map(
                    it ->
                        suggestion(
                            it.number(),
                            it.subject(),
                            it.requester(),
                            it.status(),
                            it.priority(),
                            visitor))
            : search
                .find(
                    new IncidentCriteria(Set.of(), incident.clientId(), null, null, typed, null),
                    PageRequest.of(0, MOST + 1))
                .stream()
                .map(
                    it ->
                        suggestion(
                            it.number(),
                            it.subject(),
                            it.requester().name(),
                            it.status(),
                            it.priority(),
                            visitor));
    return found.filter(other -> !other.value().equals(incident.number())).limit(MOST).toList();
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
    return new Suggestion(number, subject, state, number);
  }
}
