package dev.baton.incident.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.web.ClientParameter;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.report.Triage;
import dev.baton.web.ListParameters;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The contact log, and contacts that belong to no incident. */
@RestController
@RequestMapping(path = "/api/v1/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Contacts", description = "Every contact is logged, with or without an incident")
class ContactController {

  private final ContactLog contacts;
  private final Triage triage;
  private final ClientDirectory clients;
  private final AccessControl rights;

  ContactController(
      ContactLog contacts, Triage triage, ClientDirectory clients, AccessControl rights) {
    this.contacts = contacts;
    this.triage = triage;
    this.clients = clients;
    this.rights = rights;
  }

  @EndpointPermission(Permission.LOG_CONTACT)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "logContact",
      summary = "Log a contact without an incident",
      description = "A question that was answered, or a call that broke off.")
  ContactResponse log(@Valid @RequestBody ContactWithoutIncidentRequest body) {
    rights.allow(Permission.LOG_CONTACT);
    return ContactResponse.of(contacts.log(body.contact()));
  }

  @EndpointPermission(Permission.READ_CONTACT_LOG)
  @GetMapping
  @Operation(
      operationId = "listContacts",
      summary = "List all contacts",
      description = "Newest first, with and without an incident.")
  @Parameter(name = "client", description = "Code or name of a client", example = "acme")
  @Parameter(
      name = "triage",
      description = "Those alone that wait to be sorted, oldest first",
      schema = @Schema(type = "boolean", defaultValue = "false"))
  @PagedOperation
  ResponseEntity<PageResponse<ContactResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    Caller caller = rights.allow(Permission.READ_CONTACT_LOG);
    ListParameters parameters = new ListParameters(given);
    Long client = ClientParameter.of(parameters, caller, clients);
    boolean unsorted = parameters.flag("triage");
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    if (unsorted) {
      return PageResponse.answer(triage.waiting(page), ContactResponse::of);
    }
    return PageResponse.answer(contacts.list(client, page), ContactResponse::of);
  }
}
