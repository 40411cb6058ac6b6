package dev.baton.escalation.web;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.escalation.EscalationQuery;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.Escalations;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.web.EmptyRequest;
import dev.baton.web.ListParameters;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
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

/** Escalations: who was told, when, by which rule, and why others were passed over. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalations", description = "Who hears of an incident that needs help")
class EscalationController {

  private final Escalations escalations;
  private final IncidentAccess rights;

  EscalationController(Escalations escalations, IncidentAccess rights) {
    this.escalations = escalations;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ_ESCALATIONS)
  @GetMapping("/incidents/{number}/escalations")
  @Operation(
      operationId = "escalationsOfIncident",
      summary = "All escalations of an incident",
      description = "Oldest first, each with its ladder and its whole record.")
  List<EscalationResponse> of(@PathVariable String number) {
    rights.allow(Permission.READ_ESCALATIONS, number);
    return escalations.of(IncidentAccess.numberIn(number)).stream()
        .map(EscalationResponse::of)
        .toList();
  }

  @EndpointPermission(Permission.READ_ESCALATIONS)
  @GetMapping("/escalations")
  @Operation(
      operationId = "listEscalations",
      summary = "List escalations, newest first",
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
  @PagedOperation
  ResponseEntity<PageResponse<EscalationResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.READ_ESCALATIONS);
    ListParameters parameters = new ListParameters(given);
    EscalationQuery query =
        new EscalationQuery(
            parameters.flag("open"),
            parameters.choice("state", EscalationState.class),
            parameters.words("responder"));
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageResponse.answer(escalations.list(query, page), EscalationResponse::inList);
  }

  @EndpointPermission(Permission.READ_ESCALATIONS)
  @GetMapping("/escalations/{id}")
  @Operation(operationId = "escalation", summary = "One escalation, with its ladder and its record")
  EscalationResponse get(@PathVariable long id) {
    rights.allow(Permission.READ_ESCALATIONS);
    return EscalationResponse.of(escalations.get(id));
  }

  @EndpointPermission(Permission.ANSWER_ESCALATIONS)
  @PostMapping(path = "/escalations/{id}/acknowledge", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "acknowledgeEscalation",
      summary = "Answer: I have seen it, and I will decide",
      description = "409 when nobody is asked at the moment.")
  EscalationResponse acknowledge(
      @PathVariable long id, @Valid @RequestBody(required = false) EmptyRequest none) {
    rights.allow(Permission.ANSWER_ESCALATIONS);
    return EscalationResponse.of(escalations.acknowledge(id));
  }

  @EndpointPermission(Permission.ANSWER_ESCALATIONS)
  @PostMapping(path = "/escalations/{id}/decide", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "decideEscalation",
      summary = "Decide what is done",
      description =
          "The decision is done on the incident in the name of whoever decides. 409 when nobody"
              + " has acknowledged, or when the incident's flow does not offer the act.")
  EscalationResponse decide(@PathVariable long id, @Valid @RequestBody DecisionRequest body) {
    rights.allow(Permission.ANSWER_ESCALATIONS);
    return EscalationResponse.of(escalations.decide(id, body.input()));
  }
}
