package dev.baton.staff.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.staff.rota.ChangeShifts;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.Rota;
import dev.baton.web.TimeRangeParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
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

/** Shifts: what they come to, weekly ones, single ones, swaps. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rota", description = "Who is on duty when, who is away, and who stands in")
class RotaController {

  private static final Duration USUAL = Duration.ofDays(14);

  private final Rota rota;
  private final EditShifts shifts;
  private final ChangeShifts changes;
  private final RotaPaths paths;
  private final AccessControl rights;
  private final Clock clock;

  RotaController(
      Rota rota,
      EditShifts shifts,
      ChangeShifts changes,
      RotaPaths paths,
      AccessControl rights,
      Clock clock) {
    this.rota = rota;
    this.shifts = shifts;
    this.changes = changes;
    this.paths = paths;
    this.rights = rights;
    this.clock = clock;
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/teams/{code}/rota")
  @Operation(
      operationId = "teamRota",
      summary = "List the shifts of a team",
      description = "Of all its active people, in order, with what is off and who is absent.")
  List<RotaPeriodResponse> ofTeam(
      @PathVariable String code, @ParameterObject TimeRangeParameters.Parameters time) {
    rights.allow(Permission.READ_STAFF);
    TimeRangeParameters asked = time.time(clock.instant(), USUAL);
    return rota.ofTeam(paths.team(code), asked.from(), asked.to()).stream()
        .map(RotaPeriodResponse::of)
        .toList();
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/agents/{login}/rota")
  @Operation(operationId = "agentRota", summary = "List the shifts of an agent")
  List<RotaPeriodResponse> ofAgent(
      @PathVariable String login, @ParameterObject TimeRangeParameters.Parameters time) {
    rights.allow(Permission.READ_STAFF);
    TimeRangeParameters asked = time.time(clock.instant(), USUAL);
    return rota.ofAgent(paths.agent(login), asked.from(), asked.to()).stream()
        .map(RotaPeriodResponse::of)
        .toList();
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/agents/{login}/weekly-shifts")
  @Operation(
      operationId = "listWeeklyShifts",
      summary = "List the weekly shifts of an agent",
      description = "With those of the past.")
  List<WeeklyShiftBody> weekly(@PathVariable String login) {
    rights.allow(Permission.READ_STAFF);
    return rota.weekly(paths.agent(login)).stream().map(WeeklyShiftBody::of).toList();
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @PostMapping(path = "/agents/{login}/weekly-shifts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "addWeeklyShift", summary = "Add a weekly shift")
  @ApiResponse(responseCode = "201", description = "The new shift")
  ResponseEntity<WeeklyShiftBody> addWeekly(
      @PathVariable String login, @Valid @RequestBody WeeklyShiftBody body) {
    rights.allow(Permission.KEEP_ROTA);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(WeeklyShiftBody.of(shifts.keep(body.shift(paths.agent(login), 0))));
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @PutMapping(
      path = "/agents/{login}/weekly-shifts/{id}",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "putWeeklyShift", summary = "Change a weekly shift")
  WeeklyShiftBody putWeekly(
      @PathVariable String login, @PathVariable long id, @Valid @RequestBody WeeklyShiftBody body) {
    rights.allow(Permission.KEEP_ROTA);
    String agent = paths.agent(login);
    paths.known("shift", id, rota.weekly(agent).stream().anyMatch(shift -> shift.id() == id));
    return WeeklyShiftBody.of(shifts.keep(body.shift(agent, id)));
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @DeleteMapping("/agents/{login}/weekly-shifts/{id}")
  @Operation(operationId = "removeWeeklyShift", summary = "Remove a weekly shift")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> removeWeekly(@PathVariable String login, @PathVariable long id) {
    rights.allow(Permission.KEEP_ROTA);
    paths.known("shift", id, shifts.removeWeekly(paths.agent(login), id));
    return ResponseEntity.noContent().build();
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/agents/{login}/one-off-shifts")
  @Operation(operationId = "listOneOffShifts", summary = "List the one-off shifts of an agent")
  List<OneOffShiftBody> oneOffs(
      @PathVariable String login, @ParameterObject TimeRangeParameters.Parameters time) {
    rights.allow(Permission.READ_STAFF);
    TimeRangeParameters asked = time.time(clock.instant(), USUAL);
    return rota.oneOffs(paths.agent(login), asked.from(), asked.to()).stream()
        .map(OneOffShiftBody::of)
        .toList();
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @PostMapping(path = "/agents/{login}/one-off-shifts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "addOneOffShift",
      summary = "Add a shift that is on top once, or left out once",
      description = "Of two for the same time, the one entered last counts.")
  @ApiResponse(responseCode = "201", description = "The new shift")
  ResponseEntity<OneOffShiftBody> addOneOff(
      @PathVariable String login, @Valid @RequestBody OneOffShiftBody body) {
    rights.allow(Permission.KEEP_ROTA);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(OneOffShiftBody.of(shifts.keep(body.shift(paths.agent(login)))));
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @DeleteMapping("/agents/{login}/one-off-shifts/{id}")
  @Operation(operationId = "removeOneOffShift", summary = "Remove a one-off shift")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> removeOneOff(@PathVariable String login, @PathVariable long id) {
    rights.allow(Permission.KEEP_ROTA);
    paths.known("shift", id, shifts.removeOneOff(paths.agent(login), id));
    return ResponseEntity.noContent().build();
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @PostMapping(path = "/rota/swaps", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "swapShift",
      summary = "Let one take over a shift from another, or swap two shifts",
      description =
          "Takes it off the one and puts it on top of the other's, all or nothing; with returnFrom"
              + " and returnTo, the first works that shift of the second instead. 422 where somebody"
              + " has no shift all that time, or whoever is to work it is away or on shift.")
  @ApiResponse(responseCode = "201", description = "The one-off shifts")
  ResponseEntity<List<OneOffShiftBody>> swap(@Valid @RequestBody ShiftSwapRequest body) {
    rights.allow(Permission.KEEP_ROTA);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            changes
                .swap(body.fromLogin(), body.toLogin(), body.team(), body.shift(), body.inReturn())
                .shifts()
                .stream()
                .map(OneOffShiftBody::of)
                .toList());
  }
}
