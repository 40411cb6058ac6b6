package dev.baton.desk.web.api;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.desk.web.api.IncidentActionRequests.AssignInput;
import dev.baton.desk.web.api.IncidentActionRequests.CancelInput;
import dev.baton.desk.web.api.IncidentActionRequests.DuplicateInput;
import dev.baton.desk.web.api.IncidentActionRequests.HoldInput;
import dev.baton.desk.web.api.IncidentActionRequests.NoteInput;
import dev.baton.desk.web.api.IncidentActionRequests.ReprioritiseInput;
import dev.baton.desk.web.api.IncidentActionRequests.ResolveInput;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.web.EmptyRequest;
import dev.baton.web.validation.InstantText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Actions on an incident. Each action completes the task or sends the message that its flow offers;
 * if it offers none, the response is 409 with the reason.
 */
@RestController
@RequestMapping(
    path = "/api/v1/incidents/{number}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Acts", description = "Work on an incident; 409 where its flow does not offer the act")
class IncidentActionController {

  private final IncidentActions desk;
  private final IncidentResponses bodies;
  private final IncidentAccess rights;

  IncidentActionController(IncidentActions desk, IncidentResponses bodies, IncidentAccess rights) {
    this.desk = desk;
    this.bodies = bodies;
    this.rights = rights;
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/claim")
  @Operation(operationId = "claim", summary = "Take the incident", description = "Work begins.")
  IncidentResponse claim(
      @PathVariable String number, @Valid @RequestBody(required = false) EmptyRequest none) {
    return act(Permission.WORK, number, desk::claim);
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/assign")
  @Operation(operationId = "assign", summary = "Hand the incident to a team or a person")
  IncidentResponse assign(@PathVariable String number, @Valid @RequestBody AssignInput input) {
    return act(Permission.WORK, number, it -> desk.assign(it, input.team(), input.assignee()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/release")
  @Operation(operationId = "release", summary = "Put the incident back to its team's queue")
  IncidentResponse release(
      @PathVariable String number, @Valid @RequestBody(required = false) EmptyRequest none) {
    return act(Permission.WORK, number, desk::release);
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/start")
  @Operation(operationId = "start", summary = "Begin work")
  IncidentResponse start(
      @PathVariable String number, @Valid @RequestBody(required = false) EmptyRequest none) {
    return act(Permission.WORK, number, desk::start);
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/hold")
  @Operation(operationId = "hold", summary = "Let the work wait")
  IncidentResponse hold(@PathVariable String number, @Valid @RequestBody HoldInput input) {
    return act(
        Permission.WORK,
        number,
        it ->
            desk.hold(
                it,
                HoldReason.valueOf(input.reason()),
                InstantText.Iso.instant(input.until()),
                input.note()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/resume")
  @Operation(operationId = "resume", summary = "End the hold")
  IncidentResponse resume(
      @PathVariable String number, @Valid @RequestBody(required = false) NoteInput input) {
    return act(Permission.WORK, number, it -> desk.resume(it, NoteInput.of(input)));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/second-line")
  @Operation(operationId = "passToSecondLine", summary = "Pass the incident to second line")
  IncidentResponse passToSecondLine(
      @PathVariable String number, @Valid @RequestBody(required = false) NoteInput input) {
    return act(Permission.WORK, number, it -> desk.passToSecondLine(it, NoteInput.of(input)));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/resolve")
  @Operation(
      operationId = "resolve",
      summary = "Resolve the incident",
      description = "A resolved incident's resolution is amended.")
  IncidentResponse resolve(@PathVariable String number, @Valid @RequestBody ResolveInput input) {
    return act(
        Permission.WORK,
        number,
        it -> desk.resolve(it, ResolutionCode.valueOf(input.code()), input.note()));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/duplicate")
  @Operation(operationId = "duplicate", summary = "Close the incident as a duplicate")
  IncidentResponse duplicate(
      @PathVariable String number, @Valid @RequestBody DuplicateInput input) {
    return act(Permission.WORK, number, it -> desk.markDuplicate(it, original(input)));
  }

  @EndpointPermission(Permission.CONFIRM)
  @PostMapping("/confirm")
  @Operation(operationId = "confirm", summary = "Accept the resolution; the incident closes")
  IncidentResponse confirm(
      @PathVariable String number, @Valid @RequestBody(required = false) EmptyRequest none) {
    return act(Permission.CONFIRM, number, desk::confirm);
  }

  @EndpointPermission(Permission.REOPEN)
  @PostMapping("/reopen")
  @Operation(operationId = "reopen", summary = "Reject the resolution; work goes on")
  IncidentResponse reopen(
      @PathVariable String number, @Valid @RequestBody(required = false) NoteInput input) {
    return act(Permission.REOPEN, number, it -> desk.reopen(it, NoteInput.of(input)));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping("/cancel")
  @Operation(operationId = "cancel", summary = "Cancel the incident")
  IncidentResponse cancel(@PathVariable String number, @Valid @RequestBody CancelInput input) {
    return act(Permission.WORK, number, it -> desk.cancel(it, input.note()));
  }

  @EndpointPermission(Permission.REPRIORITISE)
  @PostMapping("/reprioritise")
  @Operation(
      operationId = "reprioritise",
      summary = "Change impact and urgency",
      description = "The flow decides the priority anew, and routes again.")
  IncidentResponse reprioritise(
      @PathVariable String number, @Valid @RequestBody ReprioritiseInput input) {
    return act(
        Permission.REPRIORITISE,
        number,
        it ->
            desk.reprioritise(
                it, Level.valueOf(input.impact()), Level.valueOf(input.urgency()), input.note()));
  }

  private IncidentResponse act(
      Permission act, String number, Function<IncidentNumber, IncidentView> work) {
    rights.allow(act, number);
    return bodies.of(work.apply(IncidentAccess.numberIn(number)));
  }

  private static IncidentNumber original(DuplicateInput input) {
    return IncidentNumber.parse(input.of())
        .orElseThrow(
            () ->
                new InvalidInput(
                    "of", "must be the number of an incident, such as INC-2026-000122"));
  }
}
