package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Caller;
import dev.baton.access.Refused;
import dev.baton.access.Requires;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.ContactLog;
import dev.baton.incident.IncidentQuery;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.IncidentView;
import dev.baton.incident.SeenIncidents;
import dev.baton.incident.Timeline;
import dev.baton.incident.TimelineEntry;
import dev.baton.intake.IdempotencyKey;
import dev.baton.intake.TakeReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports, finds and shows incidents and the contacts on them. */
@RestController
@RequestMapping(path = "/api/v1/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents", description = "Report, find and follow incidents")
class IncidentEndpoints {

  private final TakeReport reports;
  private final IncidentSearch incidents;
  private final IncidentBodies bodies;
  private final Timeline timeline;
  private final ContactLog contacts;
  private final ClientDirectory clients;
  private final ReportFingerprint fingerprint;
  private final SeenIncidents seen;
  private final ApiRights rights;

  IncidentEndpoints(
      TakeReport reports,
      IncidentSearch incidents,
      IncidentBodies bodies,
      Timeline timeline,
      ContactLog contacts,
      ClientDirectory clients,
      ReportFingerprint fingerprint,
      SeenIncidents seen,
      ApiRights rights) {
    this.reports = reports;
    this.incidents = incidents;
    this.bodies = bodies;
    this.timeline = timeline;
    this.contacts = contacts;
    this.clients = clients;
    this.fingerprint = fingerprint;
    this.seen = seen;
    this.rights = rights;
  }

  @Requires(Act.REPORT)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "reportIncident",
      summary = "Report an incident",
      description =
          "Stores the report and starts its flow, which prioritises and routes it and agrees its"
              + " obligations a moment later: they are empty in this answer."
              + " With an Idempotency-Key the same report can be sent again without harm.")
  @ApiResponse(
      responseCode = "201",
      description = "The new incident",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  @ApiResponse(
      responseCode = "200",
      description = "The incident that this report made before, as it is now",
      headers = @Header(name = "Idempotent-Replayed", schema = @Schema(type = "boolean")))
  ResponseEntity<IncidentBody> report(
      @Parameter(
              description =
                  "Your own mark on this report, 1 to 200 printable characters; remembered for"
                      + " seven days",
              example = "7c0f1d5e-monitor-42")
          @RequestHeader(name = "Idempotency-Key", required = false)
          String key,
      @Valid @RequestBody ReportBody body) {
    Caller caller = rights.allow(Act.REPORT);
    ReportBody report = caller.isRequester() ? ofOwnClient(body, caller) : body;
    TakeReport.Taken taken =
        key == null
            ? reports.take(report.by(caller))
            : reports.take(
                report.by(caller),
                new IdempotencyKey(
                    caller.login(), ReportFingerprint.checked(key), fingerprint.of(report)));
    IncidentBody incident =
        taken.replayed() ? bodies.of(taken.incident()) : IncidentBodies.reported(taken.incident());
    URI location =
        OwnAddress.path().replaceQuery(null).pathSegment(incident.number()).build().toUri();
    return taken.replayed()
        ? ResponseEntity.ok()
            .location(location)
            .header("Idempotent-Replayed", "true")
            .body(incident)
        : ResponseEntity.created(location).body(incident);
  }

  @Requires(Act.READ)
  @GetMapping
  @Operation(
      operationId = "listIncidents",
      summary = "List incidents",
      description = "Newest first. A client's own people see their client's incidents alone.")
  @Parameter(
      name = "status",
      description = "One or more of the statuses, repeated or separated by commas",
      example = "ASSIGNED,IN_PROGRESS")
  @Parameter(name = "client", description = "Code or name of a client", example = "acme")
  @Parameter(name = "team", description = "Code of a team", example = "service-desk")
  @Parameter(
      name = "assignee",
      description =
          "Sign-in name; empty for those with nobody on them. Not for a client's own people")
  @Parameter(
      name = "q",
      description =
          "A number, an external reference, or words that begin like those of subject and"
              + " requester. With words, at most 1,000 are counted")
  @Paged
  @Parameter(
      name = "sort",
      description =
          "number, openedAt, priority, status or subject, with \",asc\" or \",desc\" after it;"
              + " may be repeated",
      example = "priority,asc")
  @ApiResponse(
      responseCode = "200",
      description = "A page of incidents",
      headers =
          @Header(
              name = "Link",
              description = "The pages first, prev, next and last (RFC 8288)",
              schema = @Schema(type = "string")))
  ResponseEntity<PageBody<IncidentBody>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Act.READ);
    ListParameters parameters = new ListParameters(given);
    IncidentQuery query = parameters.query(caller, clients);
    Pageable page = parameters.page(parameters.sort());
    parameters.raiseComplaints();
    Page<IncidentView> found = incidents.find(query, page);
    return PageBody.answer(found, bodies.of(found));
  }

  @Requires(Act.READ)
  @GetMapping("/{number}")
  @Operation(operationId = "getIncident", summary = "Get an incident")
  IncidentBody get(@PathVariable String number) {
    rights.allow(Act.READ, number);
    IncidentView incident = incidents.get(ApiRights.numberIn(number));
    seen.seen(ApiRights.numberIn(number));
    return bodies.of(incident);
  }

  @Requires(Act.READ)
  @GetMapping("/{number}/timeline")
  @Operation(
      operationId = "getTimeline",
      summary = "Get the story of an incident",
      description =
          "Journal and contacts, oldest first. A client's own people see their part. Page by page:"
              + " the Link header leads to the next.")
  @LongPaged
  ResponseEntity<List<TimelineEntry>> timeline(
      @PathVariable String number,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Act.READ, number);
    incidents.get(ApiRights.numberIn(number));
    seen.seen(ApiRights.numberIn(number));
    return PageBody.list(
        timeline.of(
            ApiRights.numberIn(number), caller.isRequester(), ListParameters.longPage(given)),
        Function.identity());
  }

  @Requires(Act.READ)
  @GetMapping("/{number}/contacts")
  @Operation(
      operationId = "listContactsOfIncident",
      summary = "List the contacts on an incident",
      description =
          "Oldest first. A client's own people see those that are for the client. Page by page:"
              + " the Link header leads to the next.")
  @LongPaged
  ResponseEntity<List<ContactBody>> contacts(
      @PathVariable String number,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Act.READ, number);
    incidents.get(ApiRights.numberIn(number));
    seen.seen(ApiRights.numberIn(number));
    return PageBody.list(
        contacts.of(
            ApiRights.numberIn(number), caller.isRequester(), ListParameters.longPage(given)),
        contact ->
            caller.isRequester()
                ? ContactBody.of(contact).forClient(caller.login())
                : ContactBody.of(contact));
  }

  @Requires(Act.ADD_CONTACT)
  @PostMapping(path = "/{number}/contacts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "addContact",
      summary = "Log a contact on an incident",
      description = "A contact from the client tells the flow: a hold for the requester ends.")
  ContactBody addContact(@PathVariable String number, @Valid @RequestBody NewContactBody body) {
    Caller caller = rights.allow(Act.ADD_CONTACT, number);
    return ContactBody.of(contacts.log(body.by(caller, ApiRights.numberIn(number))));
  }

  private ReportBody ofOwnClient(ReportBody body, Caller caller) {
    ClientView own = clients.client(caller.onlyClient());
    boolean another =
        body.client() != null
            && clients.find(body.client()).filter(client -> client.id() == own.id()).isEmpty();
    if (another) {
      throw new Refused("You report for your own client alone; leave the client out");
    }
    return body.forClient(own.code());
  }
}
