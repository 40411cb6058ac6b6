package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.intake.internal.api.ActBodies.NoInput;
import dev.baton.intake.internal.api.TriageBodies.LinkInput;
import dev.baton.intake.internal.api.TriageBodies.OpenInput;
import dev.baton.intake.internal.mail.SortContacts;
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

/** Sorts the contacts that belong to no incident yet; each once, 409 if somebody was faster. */
@RestController
@RequestMapping(
    path = "/api/v1/contacts/{id}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Contacts", description = "Every contact is logged, with or without an incident")
class TriageEndpoints {

  private final SortContacts sorting;
  private final ApiRights rights;

  TriageEndpoints(SortContacts sorting, ApiRights rights) {
    this.sorting = sorting;
    this.rights = rights;
  }

  @Requires(Act.LOG_CONTACT)
  @PostMapping("/link")
  @Operation(
      operationId = "linkContact",
      summary = "Bring a contact to its incident",
      description =
          "Its flow is told as of any answer: a hold for the requester ends, a resolved incident is"
              + " reopened unless the words only thank. Later answers find the incident by"
              + " themselves.")
  ContactBody link(@PathVariable long id, @Valid @RequestBody LinkInput input) {
    rights.allow(Act.LOG_CONTACT);
    return ContactBody.of(sorting.link(id, input.number()));
  }

  @Requires({Act.LOG_CONTACT, Act.REPORT})
  @PostMapping("/open")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "openIncidentOfContact", summary = "Make an incident of a contact")
  IncidentBody open(@PathVariable long id, @Valid @RequestBody OpenInput input) {
    rights.allow(Act.LOG_CONTACT);
    rights.allow(Act.REPORT);
    return IncidentBodies.reported(sorting.open(id, input.opening()));
  }

  @Requires(Act.LOG_CONTACT)
  @PostMapping("/dismiss")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "dismissContact",
      summary = "Leave a contact without an incident",
      description = "It stays in the log.")
  void dismiss(@PathVariable long id, @Valid @RequestBody(required = false) NoInput none) {
    rights.allow(Act.LOG_CONTACT);
    sorting.dismiss(id);
  }
}
