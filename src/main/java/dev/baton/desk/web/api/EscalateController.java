package dev.baton.desk.web.api;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.desk.web.api.IncidentActionRequests.HelpInput;
import dev.baton.escalation.Escalations;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.web.IncidentAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Escalates an incident on request. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalations", description = "Who hears of an incident that needs help")
class EscalateController {

  private final Escalations escalations;
  private final IncidentSearch incidents;
  private final IncidentResponses bodies;
  private final IncidentAccess rights;

  EscalateController(
      Escalations escalations,
      IncidentSearch incidents,
      IncidentResponses bodies,
      IncidentAccess rights) {
    this.escalations = escalations;
    this.incidents = incidents;
    this.bodies = bodies;
    this.rights = rights;
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(path = "/incidents/{number}/escalate", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "escalate",
      summary = "Ask for help up the ladder",
      description =
          "Somebody is told in a moment, by the rungs of the ladder; an escalation that is already"
              + " running is raised. To hand the work to second line instead, use second-line.")
  IncidentResponse escalate(
      @PathVariable String number, @Valid @RequestBody(required = false) HelpInput input) {
    rights.allow(Permission.WORK, number);
    escalations.askForHelp(IncidentAccess.numberIn(number), HelpInput.of(input));
    return bodies.of(incidents.get(IncidentAccess.numberIn(number)));
  }
}
