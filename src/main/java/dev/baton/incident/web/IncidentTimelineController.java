package dev.baton.incident.web;

import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.search.IncidentAccessLog;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.timeline.Timeline;
import dev.baton.web.ListParameters;
import dev.baton.web.LongPagedOperation;
import dev.baton.web.PageResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The contacts and events of an incident. */
@RestController
@RequestMapping(path = "/api/v1/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents", description = "Report, find and follow incidents")
class IncidentTimelineController {

  private final IncidentSearch incidents;
  private final Timeline timeline;
  private final ContactLog contacts;
  private final IncidentAccessLog seen;
  private final IncidentAccess rights;

  IncidentTimelineController(
      IncidentSearch incidents,
      Timeline timeline,
      ContactLog contacts,
      IncidentAccessLog seen,
      IncidentAccess rights) {
    this.incidents = incidents;
    this.timeline = timeline;
    this.contacts = contacts;
    this.seen = seen;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ)
  @GetMapping("/{number}/timeline")
  @Operation(
      operationId = "getTimeline",
      summary = "Get the timeline of an incident",
      description =
          "Journal and contacts, oldest first. A client's own people see their part. Page by page:"
              + " the Link header leads to the next.")
  @LongPagedOperation
  ResponseEntity<List<TimelineEntry>> timeline(
      @PathVariable String number,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Permission.READ, number);
    incidents.get(IncidentAccess.numberIn(number));
    seen.seen(IncidentAccess.numberIn(number));
    return PageResponse.list(
        timeline.of(
            IncidentAccess.numberIn(number), caller.isRequester(), ListParameters.longPage(given)),
        Function.identity());
  }

  @EndpointPermission(Permission.READ)
  @GetMapping("/{number}/contacts")
  @Operation(
      operationId = "listContactsOfIncident",
      summary = "List the contacts on an incident",
      description =
          "Oldest first. A client's own people see those that are for the client. Page by page:"
              + " the Link header leads to the next.")
  @LongPagedOperation
  ResponseEntity<List<ContactResponse>> contacts(
      @PathVariable String number,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Permission.READ, number);
    incidents.get(IncidentAccess.numberIn(number));
    seen.seen(IncidentAccess.numberIn(number));
    return PageResponse.list(
        contacts.of(
            IncidentAccess.numberIn(number), caller.isRequester(), ListParameters.longPage(given)),
        contact ->
            caller.isRequester()
                ? ContactResponse.of(contact).forClient(caller.login())
                : ContactResponse.of(contact));
  }

  @EndpointPermission(Permission.ADD_CONTACT)
  @PostMapping(path = "/{number}/contacts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "addContact",
      summary = "Log a contact on an incident",
      description = "A contact from the client tells the flow: a hold for the requester ends.")
  ContactResponse addContact(@PathVariable String number, @Valid @RequestBody ContactRequest body) {
    Caller caller = rights.allow(Permission.ADD_CONTACT, number);
    return ContactResponse.of(contacts.log(body.by(caller, IncidentAccess.numberIn(number))));
  }
}
