package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentDesk;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import dev.baton.intake.internal.api.ActBodies.AssignInput;
import dev.baton.intake.internal.api.ActBodies.CancelInput;
import dev.baton.intake.internal.api.ActBodies.DuplicateInput;
import dev.baton.intake.internal.api.ActBodies.HoldInput;
import dev.baton.intake.internal.api.ActBodies.NoInput;
import dev.baton.intake.internal.api.ActBodies.NoteInput;
import dev.baton.intake.internal.api.ActBodies.ReprioritiseInput;
import dev.baton.intake.internal.api.ActBodies.ResolveInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people do with an incident. Each act completes the task or sends the message that its flow
 * offers; where it offers none the answer is 409 with the reason.
 */
@RestController
@RequestMapping(
    path = "/api/v1/incidents/{number}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Acts", description = "Work on an incident; 409 where its flow does not offer the act")
class IncidentActs {

  private final IncidentDesk desk;
  private final IncidentBodies bodies;
  private final ApiRights rights;

  IncidentActs(IncidentDesk desk, IncidentBodies bodies, ApiRights rights) {
    this.desk = desk;
    this.bodies = bodies;
    this.rights = rights;
  }

  @Requires(Act.WORK)
  @PostMapping("/claim")
  @Operation(operationId = "claim", summary = "Take the incident", description = "Work begins.")
  IncidentBody claim(
      @PathVariable String number, @Valid @RequestBody(required = false) NoInput none) {
    return act(Act.WORK, number, desk::claim);
  }

  @Requires(Act.WORK)
  @PostMapping("/assign")
  @Operation(operationId = "assign", summary = "Hand the incident to a team or a person")
  IncidentBody assign(@PathVariable String number, @Valid @RequestBody AssignInput input) {
    return act(Act.WORK, number, it -> desk.assign(it, input.team(), input.assignee()));
  }

  @Requires(Act.WORK)
  @PostMapping("/release")
  @Operation(operationId = "release", summary = "Put the incident back to its team's queue")
  IncidentBody release(
      @PathVariable String number, @Valid @RequestBody(required = false) NoInput none) {
    return act(Act.WORK, number, desk::release);
  }

  @Requires(Act.WORK)
  @PostMapping("/start")
  @Operation(operationId = "start", summary = "Begin work")
  IncidentBody start(
      @PathVariable String number, @Valid @RequestBody(required = false) NoInput none) {
    return act(Act.WORK, number, desk::start);
  }

  @Requires(Act.WORK)
  @PostMapping("/hold")
  @Operation(operationId = "hold", summary = "Let the work wait")
  IncidentBody hold(@PathVariable String number, @Valid @RequestBody HoldInput input) {
    return act(
        Act.WORK,
        number,
        it ->
            desk.hold(
                it,
                HoldReason.valueOf(input.reason()),
                Moment.Iso.instant(input.until()),
                input.note()));
  }

  @Requires(Act.WORK)
  @PostMapping("/resume")
  @Operation(operationId = "resume", summary = "End the hold")
  IncidentBody resume(
      @PathVariable String number, @Valid @RequestBody(required = false) NoteInput input) {
    return act(Act.WORK, number, it -> desk.resume(it, NoteInput.of(input)));
  }

  @Requires(Act.WORK)
  @PostMapping("/second-line")
  @Operation(operationId = "passToSecondLine", summary = "Pass the incident to second line")
  IncidentBody passToSecondLine(
      @PathVariable String number, @Valid @RequestBody(required = false) NoteInput input) {
    return act(Act.WORK, number, it -> desk.passToSecondLine(it, NoteInput.of(input)));
  }

  @Requires(Act.WORK)
  @PostMapping("/resolve")
  @Operation(
      operationId = "resolve",
      summary = "Resolve the incident",
      description = "A resolved incident's resolution is amended.")
  IncidentBody resolve(@PathVariable String number, @Valid @RequestBody ResolveInput input) {
    return act(
        Act.WORK,
        number,
        it -> desk.resolve(it, ResolutionCode.valueOf(input.code()), input.note()));
  }

  @Requires(Act.WORK)
  @PostMapping("/duplicate")
  @Operation(operationId = "duplicate", summary = "Close the incident as a duplicate")
  IncidentBody duplicate(@PathVariable String number, @Valid @RequestBody DuplicateInput input) {
    return act(Act.WORK, number, it -> desk.markDuplicate(it, original(input)));
  }

  @Requires(Act.CONFIRM)
  @PostMapping("/confirm")
  @Operation(operationId = "confirm", summary = "Accept the resolution; the incident closes")
  IncidentBody confirm(
      @PathVariable String number, @Valid @RequestBody(required = false) NoInput none) {
    return act(Act.CONFIRM, number, desk::confirm);
  }

  @Requires(Act.REOPEN)
  @PostMapping("/reopen")
  @Operation(operationId = "reopen", summary = "Reject the resolution; work goes on")
  IncidentBody reopen(
      @PathVariable String number, @Valid @RequestBody(required = false) NoteInput input) {
    return act(Act.REOPEN, number, it -> desk.reopen(it, NoteInput.of(input)));
  }

  @Requires(Act.WORK)
  @PostMapping("/cancel")
  @Operation(operationId = "cancel", summary = "Cancel the incident")
  IncidentBody cancel(@PathVariable String number, @Valid @RequestBody CancelInput input) {
    return act(Act.WORK, number, it -> desk.cancel(it, input.note()));
  }

  @Requires(Act.REPRIORITISE)
  @PostMapping("/reprioritise")
  @Operation(
      operationId = "reprioritise",
      summary = "Change impact and urgency",
      description = "The flow decides the priority anew, and routes again.")
  IncidentBody reprioritise(
      @PathVariable String number, @Valid @RequestBody ReprioritiseInput input) {
    return act(
        Act.REPRIORITISE,
        number,
        it ->
            desk.reprioritise(
                it, Level.valueOf(input.impact()), Level.valueOf(input.urgency()), input.note()));
  }

  private IncidentBody act(Act act, String number, Function<IncidentNumber, IncidentView> work) {
    rights.allow(act, number);
    return bodies.of(work.apply(ApiRights.numberIn(number)));
  }

  private static IncidentNumber original(DuplicateInput input) {
    return IncidentNumber.parse(input.of())
        .orElseThrow(
            () ->
                new InvalidFields(
                    List.of(
                        new FieldProblem(
                            "of", "must be the number of an incident, such as INC-2026-000122"))));
  }
}
