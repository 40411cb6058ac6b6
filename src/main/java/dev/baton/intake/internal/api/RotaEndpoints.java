package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.staff.KeepShifts;
import dev.baton.staff.Rota;
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
class RotaEndpoints {

  private static final Duration USUAL = Duration.ofDays(14);

  private final Rota rota;
  private final KeepShifts shifts;
  private final RotaPaths paths;
  private final ApiRights rights;
  private final Clock clock;

  RotaEndpoints(Rota rota, KeepShifts shifts, RotaPaths paths, ApiRights rights, Clock clock) {
    this.rota = rota;
    this.shifts = shifts;
    this.paths = paths;
    this.rights = rights;
    this.clock = clock;
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/teams/{code}/rota")
  @Operation(
      operationId = "teamRota",
      summary = "List the shifts of a team",
      description = "Of all its active people, in order, with what is off and who is absent.")
  List<RotaSpanBody> ofTeam(@PathVariable String code, @ParameterObject TimeAsked.Parameters time) {
    rights.allow(Act.READ_STAFF);
    TimeAsked asked = time.time(clock.instant(), USUAL);
    return rota.ofTeam(paths.team(code), asked.from(), asked.to()).stream()
        .map(RotaSpanBody::of)
        .toList();
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/agents/{login}/rota")
  @Operation(operationId = "agentRota", summary = "List the shifts of an agent")
  List<RotaSpanBody> ofAgent(
      @PathVariable String login, @ParameterObject TimeAsked.Parameters time) {
    rights.allow(Act.READ_STAFF);
    TimeAsked asked = time.time(clock.instant(), USUAL);
    return rota.ofAgent(paths.agent(login), asked.from(), asked.to()).stream()
        .map(RotaSpanBody::of)
        .toList();
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/agents/{login}/weekly-shifts")
  @Operation(
      operationId = "listWeeklyShifts",
      summary = "List the weekly shifts of an agent",
      description = "With those of the past.")
  List<WeeklyShiftBody> weekly(@PathVariable String login) {
    rights.allow(Act.READ_STAFF);
    return rota.weekly(paths.agent(login)).stream().map(WeeklyShiftBody::of).toList();
  }

  @Requires(Act.KEEP_ROTA)
  @PostMapping(path = "/agents/{login}/weekly-shifts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "addWeeklyShift", summary = "Add a weekly shift")
  @ApiResponse(responseCode = "201", description = "The new shift")
  ResponseEntity<WeeklyShiftBody> addWeekly(
      @PathVariable String login, @Valid @RequestBody WeeklyShiftBody body) {
    rights.allow(Act.KEEP_ROTA);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(WeeklyShiftBody.of(shifts.keep(body.shift(paths.agent(login), 0))));
  }

  @Requires(Act.KEEP_ROTA)
  @PutMapping(
      path = "/agents/{login}/weekly-shifts/{id}",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "putWeeklyShift", summary = "Change a weekly shift")
  WeeklyShiftBody putWeekly(
      @PathVariable String login, @PathVariable long id, @Valid @RequestBody WeeklyShiftBody body) {
    rights.allow(Act.KEEP_ROTA);
    String agent = paths.agent(login);
    paths.known("shift", id, rota.weekly(agent).stream().anyMatch(shift -> shift.id() == id));
    return WeeklyShiftBody.of(shifts.keep(body.shift(agent, id)));
  }

  @Requires(Act.KEEP_ROTA)
  @DeleteMapping("/agents/{login}/weekly-shifts/{id}")
  @Operation(operationId = "removeWeeklyShift", summary = "Remove a weekly shift")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> removeWeekly(@PathVariable String login, @PathVariable long id) {
    rights.allow(Act.KEEP_ROTA);
    paths.known("shift", id, shifts.removeWeekly(paths.agent(login), id));
    return ResponseEntity.noContent().build();
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/agents/{login}/one-off-shifts")
  @Operation(operationId = "listOneOffShifts", summary = "List the one-off shifts of an agent")
  List<OneOffShiftBody> oneOffs(
      @PathVariable String login, @ParameterObject TimeAsked.Parameters time) {
    rights.allow(Act.READ_STAFF);
    TimeAsked asked = time.time(clock.instant(), USUAL);
    return rota.oneOffs(paths.agent(login), asked.from(), asked.to()).stream()
        .map(OneOffShiftBody::of)
        .toList();
  }

  @Requires(Act.KEEP_ROTA)
  @PostMapping(path = "/agents/{login}/one-off-shifts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "addOneOffShift",
      summary = "Add a shift that is on top once, or left out once",
      description = "Of two for the same time, the one entered last counts.")
  @ApiResponse(responseCode = "201", description = "The new shift")
  ResponseEntity<OneOffShiftBody> addOneOff(
      @PathVariable String login, @Valid @RequestBody OneOffShiftBody body) {
    rights.allow(Act.KEEP_ROTA);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(OneOffShiftBody.of(shifts.keep(body.shift(paths.agent(login)))));
  }

  @Requires(Act.KEEP_ROTA)
  @DeleteMapping("/agents/{login}/one-off-shifts/{id}")
  @Operation(operationId = "removeOneOffShift", summary = "Remove a one-off shift")
  @ApiResponse(responseCode = "204", description = "It is gone")
  ResponseEntity<Void> removeOneOff(@PathVariable String login, @PathVariable long id) {
    rights.allow(Act.KEEP_ROTA);
    paths.known("shift", id, shifts.removeOneOff(paths.agent(login), id));
    return ResponseEntity.noContent().build();
  }

  @Requires(Act.KEEP_ROTA)
  @PostMapping(path = "/rota/swaps", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "swapShift",
      summary = "Let one take over a shift from another",
      description =
          "Takes it off the one and puts it on top of the other's, both or nothing; 422 where the"
              + " first has no shift all that time, or the second is away or on shift.")
  @ApiResponse(responseCode = "201", description = "Both one-off shifts")
  ResponseEntity<List<OneOffShiftBody>> swap(@Valid @RequestBody SwapBody body) {
    rights.allow(Act.KEEP_ROTA);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            shifts
                .swap(
                    body.fromLogin(),
                    body.toLogin(),
                    body.team(),
                    Moment.Iso.instant(body.from()),
                    Moment.Iso.instant(body.to()))
                .stream()
                .map(OneOffShiftBody::of)
                .toList());
  }
}
