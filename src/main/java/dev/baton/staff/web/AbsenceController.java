package dev.baton.staff.web;

import dev.baton.access.AccessControl;
import dev.baton.access.Caller;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.staff.rota.Rota;
import dev.baton.web.validation.InstantText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Absences; all agents may edit their own. */
@RestController
@RequestMapping(
    path = "/api/v1/agents/{login}/absences",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rota")
class AbsenceController {

  private final Rota rota;
  private final PlanAbsences absences;
  private final RotaPaths paths;
  private final AccessControl rights;
  private final RotaAccess access;

  AbsenceController(
      Rota rota, PlanAbsences absences, RotaPaths paths, AccessControl rights, RotaAccess access) {
    this.rota = rota;
    this.absences = absences;
    this.paths = paths;
    this.rights = rights;
    this.access = access;
  }

  /** The return of a person. */
  @Schema(name = "Return", description = "When somebody comes back, or came back")
  record ReturnBody(
      @Schema(example = "2026-05-08T08:00:00+02:00", format = "date-time")
          @NotNull(message = "is required")
          @InstantText
          String at) {}

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping
  @Operation(
      operationId = "listAbsences",
      summary = "List the absences of an agent",
      description = "With those of the past. Notes are shown to who may keep them.")
  List<AbsenceBody> list(@PathVariable String login) {
    Caller caller = rights.allow(Permission.READ_STAFF);
    String agent = paths.agent(login);
    boolean withNotes = caller.login().equals(agent) || rights.may(Permission.KEEP_ROTA);
    return rota.absences(agent).stream()
        .map(absence -> AbsenceBody.of(absence, withNotes))
        .toList();
  }

  @EndpointPermission(value = Permission.KEEP_ROTA, orIsOwn = "login")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "planAbsence", summary = "Enter an absence")
  @ApiResponse(responseCode = "201", description = "The new absence")
  ResponseEntity<AbsenceBody> plan(
      @PathVariable String login, @Valid @RequestBody AbsenceBody body) {
    String agent = agent(login);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(AbsenceBody.of(absences.plan(body.absence(agent, 0)), true));
  }

  @EndpointPermission(value = Permission.KEEP_ROTA, orIsOwn = "login")
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "putAbsence", summary = "Change an absence")
  AbsenceBody change(
      @PathVariable String login, @PathVariable long id, @Valid @RequestBody AbsenceBody body) {
    String agent = agent(login);
    paths.known("absence", id, isKnown(agent, id));
    return AbsenceBody.of(absences.change(body.absence(agent, id)), true);
  }

  @EndpointPermission(value = Permission.KEEP_ROTA, orIsOwn = "login")
  @PostMapping(path = "/{id}/return", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "endAbsence", summary = "Say when somebody is back, early or late")
  AbsenceBody back(
      @PathVariable String login, @PathVariable long id, @Valid @RequestBody ReturnBody body) {
    String agent = agent(login);
    paths.known("absence", id, isKnown(agent, id));
    return AbsenceBody.of(absences.backAt(agent, id, InstantText.Iso.instant(body.at())), true);
  }

  @EndpointPermission(value = Permission.KEEP_ROTA, orIsOwn = "login")
  @DeleteMapping("/{id}")
  @Operation(operationId = "withdrawAbsence", summary = "Take an absence back")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> withdraw(@PathVariable String login, @PathVariable long id) {
    paths.known("absence", id, absences.withdraw(agent(login), id));
    return ResponseEntity.noContent().build();
  }

  /** Returns the agent if the caller may change their absences. */
  private String agent(String login) {
    rights.allow(Permission.READ_STAFF);
    String agent = paths.agent(login);
    access.allowFor(agent);
    return agent;
  }

  private boolean isKnown(String agent, long id) {
    return rota.absences(agent).stream().anyMatch(absence -> absence.id() == id);
  }
}
