package dev.baton.desk.web.list;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.board.StuckIncidentNumbers;
import dev.baton.incident.IncidentDetail;
import dev.baton.incident.search.IncidentQueries;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import dev.baton.incident.tag.IncidentTags;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.clock.ClockState;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of incidents; a client's people only find their own client's incidents. */
@Component
@Transactional(readOnly = true)
class IncidentList {

  /** The limit for exact counts; above it, the list says "more than". */
  static final int COUNTED = 10_000;

  private final IncidentQueries finder;
  private final IncidentSummaries lines;
  private final ClientDirectory clients;
  private final Obligations obligations;
  private final IncidentTags tags;
  private final StuckIncidentNumbers stuck;
  private final Clock clock;

  IncidentList(
      IncidentQueries finder,
      IncidentSummaries lines,
      ClientDirectory clients,
      Obligations obligations,
      IncidentTags tags,
      StuckIncidentNumbers stuck,
      Clock clock) {
    this.finder = finder;
    this.lines = lines;
    this.clients = clients;
    this.obligations = obligations;
    this.tags = tags;
    this.stuck = stuck;
    this.clock = clock;
  }

  /**
   * A page of the list.
   *
   * @param count how many there are, as far as counted
   * @param more whether there are more
   */
  record ListedIncidents(List<ListedIncident> incidents, int count, boolean more) {}

  ListedIncidents find(ListFilter asked, Visitor visitor) {
    IncidentQueries.MatchingIncidents found =
        finder.find(
            question(asked, visitor).selection(),
            (long) asked.page() * ListFilter.ON_A_PAGE,
            ListFilter.ON_A_PAGE,
            COUNTED);
    return new ListedIncidents(read(found.ids()), found.count(), found.more());
  }

  /** Returns the ids of all matches, regardless of the page, up to a limit. */
  List<Long> ids(ListFilter asked, Visitor visitor, int most) {
    return finder.first(question(asked, visitor).selection(), most);
  }

  /** Returns how many match, as far as asked for. */
  int count(ListFilter asked, Visitor visitor, int most) {
    return finder.find(question(asked.unordered(), visitor).selection(), 0, 0, most).count();
  }

  private ListQuery question(ListFilter asked, Visitor visitor) {
    Long only = visitor.caller().onlyClient();
    Long client = only;
    boolean unknown = false;
    if (asked.client() != null) {
      Optional<Long> wanted = clients.find(asked.client()).map(ClientView::id);
      unknown = wanted.isEmpty() || (only != null && !only.equals(wanted.get()));
      client = only == null ? wanted.orElse(null) : only;
    }
    Long ofClient = client;
    return new ListQuery(
        asked,
        visitor,
        client,
        unknown,
        clock.instant(),
        () -> stuck.of(ofClient, asked.client(), asked.team(), asked.priority()));
  }

  /** What forms of the flow asked for, by the number of the incident. */
  Map<String, List<IncidentDetail>> details(List<Long> ids, Visitor visitor) {
    return visitor.isOfClient() ? Map.of() : lines.details(ids);
  }

  /** Returns the incidents with these ids, in the same order. */
  List<ListedIncident> read(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, IncidentSummary> rows = lines.byId(ids);
    List<IncidentSummary> found = ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    Map<String, List<ObligationView>> promised =
        obligations.of(
            found.stream()
                .filter(incident -> !incident.status().isFinal())
                .map(IncidentSummary::number)
                .toList());
    Map<String, List<String>> tagged =
        tags.of(found.stream().map(IncidentSummary::number).toList());
    return found.stream()
        .map(
            incident ->
                line(
                    incident,
                    promised.getOrDefault(incident.number(), List.of()),
                    tagged.getOrDefault(incident.number(), List.of())))
        .toList();
  }

  private static ListedIncident line(
      IncidentSummary incident, List<ObligationView> promised, List<String> tags) {
    Instant due =
        promised.stream()
            .filter(obligation -> obligation.state() == ClockState.RUNNING)
            .map(ObligationView::dueAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new ListedIncident(
        incident.number(),
        incident.subject(),
        incident.client(),
        incident.requester(),
        incident.vip(),
        incident.status(),
        incident.priority() == null ? null : incident.priority().name(),
        incident.team(),
        incident.assignee(),
        incident.openedAt(),
        due,
        incident.unreadSince(),
        tags);
  }
}
