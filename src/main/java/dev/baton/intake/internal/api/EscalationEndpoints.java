package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.escalation.EscalationQuery;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.Escalations;
import dev.baton.incident.IncidentSearch;
import dev.baton.intake.internal.api.ActBodies.HelpInput;
import dev.baton.intake.internal.api.ActBodies.NoInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Climbs of the ladder: who was told, when, by which rule, and why others were passed over. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalations", description = "Who hears of an incident that needs help")
class EscalationEndpoints {

  private final Escalations escalations;
  private final IncidentSearch incidents;
  private final IncidentBodies bodies;
  private final ApiRights rights;

  EscalationEndpoints(
      Escalations escalations, IncidentSearch incidents, IncidentBodies bodies, ApiRights rights) {
    this.escalations = escalations;
    this.incidents = incidents;
    this.bodies = bodies;
    this.rights = rights;
  }

  @Requires(Act.WORK)
  @PostMapping(path = "/incidents/{number}/escalate", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "escalate",
      summary = "Ask for help up the ladder",
      description =
          "Somebody is told in a moment, by the rungs of the ladder; a climb that goes on already"
              + " is raised. To hand the work to second line instead, use second-line.")
  IncidentBody escalate(
      @PathVariable String number, @Valid @RequestBody(required = false) HelpInput input) {
    rights.allow(Act.WORK, number);
    escalations.askForHelp(ApiRights.numberIn(number), HelpInput.of(input));
    return bodies.of(incidents.get(ApiRights.numberIn(number)));
  }

  @Requires(Act.READ_ESCALATIONS)
  @GetMapping("/incidents/{number}/escalations")
  @Operation(
      operationId = "escalationsOfIncident",
      summary = "All climbs of an incident",
      description = "Oldest first, each with its ladder and its whole record.")
  List<EscalationBody> of(@PathVariable String number) {
    rights.allow(Act.READ_ESCALATIONS, number);
    return escalations.of(ApiRights.numberIn(number)).stream().map(EscalationBody::of).toList();
  }

  @Requires(Act.READ_ESCALATIONS)
  @GetMapping("/escalations")
  @Operation(
      operationId = "listEscalations",
      summary = "List climbs, newest first",
      description = "Without their ladders and records; ask for one to see them.")
  @Parameter(
      name = "open",
      description = "Only those that go on",
      schema = @Schema(type = "boolean", defaultValue = "false"))
  @Parameter(name = "state", schema = @Schema(implementation = EscalationState.class))
  @Parameter(
      name = "responder",
      description = "Sign-in name of who was told last, or decides",
      example = "team-lead")
  @Paged
  ResponseEntity<PageBody<EscalationBody>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Act.READ_ESCALATIONS);
    ListParameters parameters = new ListParameters(given);
    EscalationQuery query =
        new EscalationQuery(
            parameters.flag("open"),
            parameters.choice("state", EscalationState.class),
            parameters.words("responder"));
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageBody.answer(escalations.list(query, page), EscalationBody::inList);
  }

  @Requires(Act.READ_ESCALATIONS)
  @GetMapping("/escalations/{id}")
  @Operation(operationId = "escalation", summary = "One climb, with its ladder and its record")
  EscalationBody get(@PathVariable long id) {
    rights.allow(Act.READ_ESCALATIONS);
    return EscalationBody.of(escalations.get(id));
  }

  @Requires(Act.ANSWER_ESCALATIONS)
  @PostMapping(path = "/escalations/{id}/acknowledge", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "acknowledgeEscalation",
      summary = "Answer: I have seen it, and I will decide",
      description = "409 when nobody is asked at the moment.")
  EscalationBody acknowledge(
      @PathVariable long id, @Valid @RequestBody(required = false) NoInput none) {
    rights.allow(Act.ANSWER_ESCALATIONS);
    return EscalationBody.of(escalations.acknowledge(id));
  }

  @Requires(Act.ANSWER_ESCALATIONS)
  @PostMapping(path = "/escalations/{id}/decide", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "decideEscalation",
      summary = "Decide what is done",
      description =
          "The decision is done on the incident in the name of whoever decides. 409 when nobody"
              + " has acknowledged, or when the incident's flow does not offer the act.")
  EscalationBody decide(@PathVariable long id, @Valid @RequestBody DecisionBody body) {
    rights.allow(Act.ANSWER_ESCALATIONS);
    return EscalationBody.of(escalations.decide(id, body.input()));
  }
}
