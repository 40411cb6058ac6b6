package dev.baton.desk.web.api;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.edit.EditIncident;
import dev.baton.incident.edit.IncidentChanges;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrects what an incident says. */
@RestController
@RequestMapping(
    path = "/api/v1/incidents/{number}/edit",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Acts")
class IncidentEditController {

  private final EditIncident edits;
  private final IncidentResponses bodies;
  private final IncidentAccess rights;

  IncidentEditController(EditIncident edits, IncidentResponses bodies, IncidentAccess rights) {
    this.edits = edits;
    this.bodies = bodies;
    this.rights = rights;
  }

  /** Values of an incident. */
  @Schema(name = "IncidentValues")
  record Values(
      @SingleLine @MaxCharacters(200) String subject,
      @SingleLine @MaxCharacters(60) String category,
      @SingleLine @MaxCharacters(60) String service,
      @SingleLine @MaxCharacters(320) String requester) {}

  @Schema(
      name = "EditInput",
      description = "A field that is left out stays; an empty category or service is removed")
  record EditInput(
      @Schema(example = "Nobody can print on floor 3") @SingleLine @MaxCharacters(200)
          String subject,
      @Schema(example = "printing") @SingleLine @MaxCharacters(60) String category,
      @Schema(description = "Code or name of a service of the client", example = "mail")
          @SingleLine
          @MaxCharacters(60)
          String service,
      @Schema(
              description =
                  "E-mail address or whole name of a person of the client, who gets the mail from"
                      + " now on",
              example = "ada@acme.example")
          @SingleLine
          @MaxCharacters(320)
          String requester,
      @Schema(
              description =
                  "Whether the flow prioritises and routes again with the new values; otherwise"
                      + " priority, team and deadlines stay. Needs the right to change a priority")
          Boolean prioritiseAgain,
      @Schema(
              description =
                  "What the fields said when you read them; 409 if one that you change says"
                      + " something else by now. Optional")
          @Valid
          Values seen) {

    IncidentChanges changes() {
      return new IncidentChanges(subject, category, service, requester);
    }

    IncidentChanges base() {
      return seen == null
          ? IncidentChanges.NONE
          : new IncidentChanges(seen.subject, seen.category, seen.service, seen.requester);
    }
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping
  @Operation(
      operationId = "edit",
      summary = "Correct subject, category, service or requester",
      description = "Each change is a line of the journal that says old and new.")
  IncidentResponse edit(@PathVariable String number, @Valid @RequestBody EditInput input) {
    rights.allow(Permission.WORK, number);
    IncidentNumber known = IncidentAccess.numberIn(number);
    return bodies.of(
        Boolean.TRUE.equals(input.prioritiseAgain())
            ? edits.editAndPrioritise(known, input.changes(), input.base())
            : edits.edit(known, input.changes(), input.base()));
  }
}
