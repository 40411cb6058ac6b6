package dev.baton.desk.web.call;

import dev.baton.client.ClientDirectory;
import dev.baton.incident.Status;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.clock.ClockState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The caller's open incidents, and the newest ones of their client. */
@Component
@Transactional(readOnly = true)
class OpenIncidentsOfCaller {

  private static final int MOST = 6;

  private final IncidentSummaries lines;
  private final Obligations obligations;
  private final Callers callers;
  private final ClientDirectory clients;

  OpenIncidentsOfCaller(
      IncidentSummaries lines, Obligations obligations, Callers callers, ClientDirectory clients) {
    this.lines = lines;
    this.obligations = obligations;
    this.callers = callers;
    this.clients = clients;
  }

  /**
   * An open incident.
   *
   * @param dueAt when its first running clock is due; null if none runs
   * @param theirs whether it belongs to the caller
   */
  record CallerIncident(
      String number,
      String subject,
      Status status,
      String priority,
      String requester,
      Instant openedAt,
      Instant dueAt,
      boolean theirs) {}

  /** None if neither client nor person is known. */
  List<CallerIncident> of(String client, String email, String name) {
    List<IncidentSummary> theirs =
        callers
            .find(client, email, name, null)
            .or(() -> callers.find(client, null, name, null))
            .map(person -> lines.openOfRequester(person.id(), MOST))
            .orElse(List.of());
    return theirs.isEmpty() ? withDeadlines(ofClient(client), false) : withDeadlines(theirs, true);
  }

  private List<IncidentSummary> ofClient(String client) {
    return clients
        .find(client)
        .map(found -> lines.openOfClient(found.id(), MOST))
        .orElse(List.of());
  }

  private List<CallerIncident> withDeadlines(List<IncidentSummary> found, boolean theirs) {
    Map<String, List<ObligationView>> promised =
        obligations.of(found.stream().map(IncidentSummary::number).toList());
    return found.stream()
        .map(line -> open(line, promised.getOrDefault(line.number(), List.of()), theirs))
        .toList();
  }

  private static CallerIncident open(
      IncidentSummary line, List<ObligationView> promised, boolean theirs) {
    Instant due =
        promised.stream()
            .filter(obligation -> obligation.state() == ClockState.RUNNING)
            .map(ObligationView::dueAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new CallerIncident(
        line.number(),
        line.subject(),
        line.status(),
        line.priority() == null ? null : line.priority().name(),
        line.requester(),
        line.openedAt(),
        due,
        theirs);
  }
}
