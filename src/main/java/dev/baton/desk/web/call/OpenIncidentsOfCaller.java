package dev.baton.desk.web.call;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.incident.Status;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The caller's open incidents, and the newest ones of their client. */
@Component
@Transactional(readOnly = true)
class OpenIncidentsOfCaller {

  private static final int MOST = 6;

  private final IncidentSummaries lines;
  private final ClientDirectory clients;

  OpenIncidentsOfCaller(IncidentSummaries lines, ClientDirectory clients) {
    this.lines = lines;
    this.clients = clients;
  }

  /**
   * An open incident.
   *
   * @param theirs whether it belongs to the caller
   */
  record CallerIncident(
      String number,
      String subject,
      Status status,
      String priority,
      String requester,
      Instant openedAt,
      boolean theirs) {}

  /** None if neither client nor person is known. */
  List<CallerIncident> of(String client, String email, String name) {
    Optional<ClientView> known = clients.find(client);
    Optional<RequesterView> person = person(known, email, name);
    if (person.isPresent()) {
      List<IncidentSummary> theirs = lines.openOfRequester(person.get().id(), MOST);
      if (!theirs.isEmpty()) {
        return theirs.stream().map(line -> open(line, true)).toList();
      }
    }
    return known.map(found -> lines.openOfClient(found.id(), MOST)).stream()
        .flatMap(List::stream)
        .map(line -> open(line, false))
        .toList();
  }

  private Optional<RequesterView> person(Optional<ClientView> client, String email, String name) {
    Optional<RequesterView> byAddress =
        client.isPresent()
            ? clients.requester(client.get().id(), email)
            : clients.requestersWith(email).stream().findFirst();
    if (byAddress.isPresent() || client.isEmpty() || name == null || name.isBlank()) {
      return byAddress;
    }
    return clients.people(name, client.get().id(), MOST).stream()
        .filter(person -> person.clientId() == client.get().id())
        .filter(person -> name.strip().equalsIgnoreCase(person.name()))
        .findFirst();
  }

  private static CallerIncident open(IncidentSummary line, boolean theirs) {
    return new CallerIncident(
        line.number(),
        line.subject(),
        line.status(),
        line.priority() == null ? null : line.priority().name(),
        line.requester(),
        line.openedAt(),
        theirs);
  }
}
