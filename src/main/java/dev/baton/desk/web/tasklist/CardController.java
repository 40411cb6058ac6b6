package dev.baton.desk.web.tasklist;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Describes the incidents of the cards in Tasklist's list, all by one request. */
@RestController
@Hidden
class CardController {

  private static final int MOST = 100;

  private final IncidentSummaries incidents;
  private final ClientDirectory clients;
  private final PageAccess access;
  private final PageRenderer pages;

  CardController(
      IncidentSummaries incidents, ClientDirectory clients, PageAccess access, PageRenderer pages) {
    this.incidents = incidents;
    this.clients = clients;
    this.access = access;
    this.pages = pages;
  }

  /** An incident as a card shows it; the priority may be null. */
  record CardIncident(
      String number,
      String subject,
      String priority,
      String requester,
      boolean vip,
      String clientName,
      String statusWords) {}

  /** Unknown numbers are left out. */
  @GetMapping(path = "/desk/tasklist/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<CardIncident>> incidents(@RequestParam List<String> numbers) {
    Visitor visitor = access.visitor(Permission.READ_STAFF);
    if (numbers.size() > MOST) {
      throw new InvalidInput("numbers", LocalizableText.of("refused.cards", MOST));
    }
    Map<String, IncidentSummary> found = incidents.byNumber(numbers);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(found.values().stream().map(incident -> card(incident, visitor)).toList());
  }

  private CardIncident card(IncidentSummary incident, Visitor visitor) {
    Optional<ClientView> client = clients.find(incident.client());
    return new CardIncident(
        incident.number(),
        incident.subject(),
        incident.priority() == null ? null : incident.priority().name(),
        incident.requester(),
        incident.vip(),
        client.map(ClientView::name).orElse(incident.client()),
        pages.name("status", incident.status(), visitor.locale()));
  }
}
