package dev.baton.desk.web.api;

import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentView;
import dev.baton.incident.report.IdempotencyKey;
import dev.baton.incident.report.SubmitReport;
import dev.baton.incident.search.IncidentAccessLog;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.web.ListParameters;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
import dev.baton.web.RequestUri;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
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
import org.springframework.web.bind.annotation.RestController;

/** Reports, finds and shows incidents. */
@RestController
@RequestMapping(path = "/api/v1/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents", description = "Report, find and follow incidents")
class IncidentController {

  private final SubmitReport reports;
  private final IncidentSearch incidents;
  private final IncidentResponses bodies;
  private final ClientDirectory clients;
  private final RequestFingerprint fingerprint;
  private final IncidentAccessLog seen;
  private final IncidentAccess rights;

  IncidentController(
      SubmitReport reports,
      IncidentSearch incidents,
      IncidentResponses bodies,
      ClientDirectory clients,
      RequestFingerprint fingerprint,
      IncidentAccessLog seen,
      IncidentAccess rights) {
    this.reports = reports;
    this.incidents = incidents;
    this.bodies = bodies;
    this.clients = clients;
    this.fingerprint = fingerprint;
    this.seen = seen;
    this.rights = rights;
  }

  @EndpointPermission(Permission.REPORT)
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
  ResponseEntity<IncidentResponse> report(
      @Parameter(
              description =
                  "Your own mark on this report, 1 to 200 printable characters; remembered for"
                      + " seven days",
              example = "7c0f1d5e-monitor-42")
          @RequestHeader(name = "Idempotency-Key", required = false)
          String key,
      @Valid @RequestBody IncidentRequest body) {
    Caller caller = rights.allow(Permission.REPORT);
    IncidentRequest report = caller.isRequester() ? ofOwnClient(body, caller) : body;
    SubmitReport.Taken taken =
        key == null
            ? reports.take(report.by(caller))
            : reports.take(
                report.by(caller),
                new IdempotencyKey(
                    caller.login(), RequestFingerprint.checked(key), fingerprint.of(report)));
    IncidentResponse incident =
        taken.replayed()
            ? bodies.of(taken.incident())
            : IncidentResponses.reported(taken.incident());
    URI location =
        RequestUri.path().replaceQuery(null).pathSegment(incident.number()).build().toUri();
    return taken.replayed()
        ? ResponseEntity.ok()
            .location(location)
            .header("Idempotent-Replayed", "true")
            .body(incident)
        : ResponseEntity.created(location).body(incident);
  }

  @EndpointPermission(Permission.READ)
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
  @Parameter(
      name = "tag",
      description = "A tag of the incident. Not for a client's own people",
      example = "vpn")
  @PagedOperation
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
  ResponseEntity<PageResponse<IncidentResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Permission.READ);
    ListParameters parameters = new ListParameters(given);
    IncidentCriteria query = IncidentListParameters.query(parameters, caller, clients);
    Pageable page = parameters.page(parameters.sort(IncidentSearch.SORTABLE));
    parameters.raiseComplaints();
    Page<IncidentView> found = incidents.find(query, page);
    return PageResponse.answer(found, bodies.of(found));
  }

  @EndpointPermission(Permission.READ)
  @GetMapping("/{number}")
  @Operation(operationId = "getIncident", summary = "Get an incident")
  IncidentResponse get(@PathVariable String number) {
    rights.allow(Permission.READ, number);
    IncidentView incident = incidents.get(IncidentAccess.numberIn(number));
    seen.seen(IncidentAccess.numberIn(number));
    return bodies.of(incident);
  }

  private IncidentRequest ofOwnClient(IncidentRequest body, Caller caller) {
    ClientView own = clients.client(caller.onlyClient());
    boolean another =
        body.client() != null
            && clients.find(body.client()).filter(client -> client.id() == own.id()).isEmpty();
    if (another) {
      throw new PermissionDenied("You report for your own client alone; leave the client out");
    }
    return body.forClient(own.code());
  }
}
