package dev.baton.desk.web.contact;

import dev.baton.client.ClientDirectory;
import dev.baton.client.RequesterView;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.report.TriageEntry;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The incidents that a contact in triage may be about. */
@Component
@Transactional(readOnly = true)
class TriageSuggestions {

  private static final int OF_EACH = 4;

  private final IncidentSummaries incidents;
  private final ClientDirectory clients;
  private final PageRenderer pages;

  TriageSuggestions(IncidentSummaries incidents, ClientDirectory clients, PageRenderer pages) {
    this.incidents = incidents;
    this.clients = clients;
    this.pages = pages;
  }

  /**
   * An incident.
   *
   * @param because why it is offered, in words
   */
  record Suggestion(
      String number,
      String subject,
      String status,
      String statusWords,
      String requester,
      String because) {}

  /** The address; null for what is none, such as a name. */
  String address(String from) {
    return from != null && from.contains("@") ? from : null;
  }

  /** The requesters with this address, at any client. */
  List<RequesterView> peopleWith(String from) {
    return address(from) == null ? List.of() : clients.requestersWith(from);
  }

  /** First what the contact names itself, then what its sender has open. */
  List<Suggestion> of(TriageEntry entry, List<RequesterView> senders, Visitor visitor) {
    Map<String, Suggestion> found = new LinkedHashMap<>();
    if (entry.suggestedIncident() != null) {
      incidents
          .byNumber(List.of(new IncidentNumber(entry.suggestedIncident()).value()))
          .values()
          .forEach(line -> add(found, line, "named", visitor));
    }
    senders.stream()
        .flatMap(sender -> incidents.openOfRequester(sender.id(), OF_EACH).stream())
        .forEach(line -> add(found, line, "open", visitor));
    return List.copyOf(found.values());
  }

  private void add(
      Map<String, Suggestion> found, IncidentSummary line, String because, Visitor visitor) {
    found.putIfAbsent(
        line.number(),
        new Suggestion(
            line.number(),
            line.subject(),
            line.status().name(),
            pages.name("status", line.status(), visitor.locale()),
            line.requester(),
            pages.words("contacts.suggested." + because, visitor.locale())));
  }
}
