package dev.baton.desk.web.api;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.desk.web.api.TriageRequests.DismissInput;
import dev.baton.desk.web.api.TriageRequests.LinkInput;
import dev.baton.desk.web.api.TriageRequests.OpenInput;
import dev.baton.incident.web.ContactResponse;
import dev.baton.intake.mail.TriageContacts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sorts contacts without an incident; each can be sorted once, 409 if another agent was faster. */
@RestController
@RequestMapping(
    path = "/api/v1/contacts/{id}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Contacts", description = "Every contact is logged, with or without an incident")
class TriageController {

  private final TriageContacts sorting;
  private final AccessControl rights;

  TriageController(TriageContacts sorting, AccessControl rights) {
    this.sorting = sorting;
    this.rights = rights;
  }

  @EndpointPermission(Permission.LOG_CONTACT)
  @PostMapping("/link")
  @Operation(
      operationId = "linkContact",
      summary = "Bring a contact to its incident",
      description =
          "Its flow is told as of any answer: a hold for the requester ends, a resolved incident is"
              + " reopened unless the words only thank. Later answers find the incident by"
              + " themselves.")
  ContactResponse link(@PathVariable long id, @Valid @RequestBody LinkInput input) {
    rights.allow(Permission.LOG_CONTACT);
    return ContactResponse.of(sorting.link(id, input.number()));
  }

  @EndpointPermission({Permission.LOG_CONTACT, Permission.REPORT})
  @PostMapping("/open")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "openIncidentOfContact", summary = "Make an incident of a contact")
  IncidentResponse open(@PathVariable long id, @Valid @RequestBody OpenInput input) {
    rights.allow(Permission.LOG_CONTACT);
    rights.allow(Permission.REPORT);
    return IncidentResponses.reported(sorting.open(id, input.opening()));
  }

  @EndpointPermission(Permission.LOG_CONTACT)
  @PostMapping("/dismiss")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "dismissContact",
      summary = "Leave a contact without an incident",
      description = "It stays in the log, with the reason.")
  void dismiss(@PathVariable long id, @Valid @RequestBody(required = false) DismissInput input) {
    rights.allow(Permission.LOG_CONTACT);
    sorting.dismiss(
        id, input == null ? null : input.dismissal(), input == null ? null : input.note());
  }
}
