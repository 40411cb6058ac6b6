package dev.baton.staff.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.staff.rota.Rota;
import dev.baton.staff.rota.RotaCalendar;
import dev.baton.web.TimeRangeParameters;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shifts as iCalendar: feeds to subscribe to, and imports. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Rota")
class RotaCalendarController {

  private static final String ICALENDAR = "text/calendar";
  private static final String FEED = ICALENDAR + ";charset=UTF-8";
  private static final Duration USUAL = Duration.ofDays(180);

  /** Subscribed programs poll repeatedly. */
  private static final Duration ON_RECORD_ONCE = Duration.ofDays(1);

  private final Rota rota;
  private final RotaCalendar calendar;
  private final RotaPaths paths;
  private final AccessControl rights;
  private final AuditTrail trail;
  private final Clock clock;

  RotaCalendarController(
      Rota rota,
      RotaCalendar calendar,
      RotaPaths paths,
      AccessControl rights,
      AuditTrail trail,
      Clock clock) {
    this.rota = rota;
    this.calendar = calendar;
    this.paths = paths;
    this.rights = rights;
    this.trail = trail;
    this.clock = clock;
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping(path = "/agents/{login}/rota.ics", produces = FEED)
  @Operation(
      operationId = "agentRotaFeed",
      summary = "The shifts of an agent as iCalendar",
      description = "The time they work, absences taken out; one event a shift.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = ICALENDAR, schema = @Schema(type = "string")))
  String agentFeed(
      @PathVariable String login, @ParameterObject TimeRangeParameters.Parameters time) {
    rights.allow(Permission.READ_STAFF);
    String agent = paths.agent(login);
    TimeRangeParameters asked = time.time(clock.instant(), USUAL);
    onRecord("rota of " + agent);
    return calendar.feed("Shifts of " + agent, rota.ofAgent(agent, asked.from(), asked.to()));
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping(path = "/teams/{code}/rota.ics", produces = FEED)
  @Operation(
      operationId = "teamRotaFeed",
      summary = "The shifts of a team as iCalendar",
      description = "One event a shift, with the person as its attendee.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = ICALENDAR, schema = @Schema(type = "string")))
  String teamFeed(@PathVariable String code, @ParameterObject TimeRangeParameters.Parameters time) {
    rights.allow(Permission.READ_STAFF);
    String team = paths.team(code);
    TimeRangeParameters asked = time.time(clock.instant(), USUAL);
    onRecord("rota of team " + team);
    return calendar.feed("Shifts of team " + team, rota.ofTeam(team, asked.from(), asked.to()));
  }

  private void onRecord(String what) {
    trail.note(AuditEntry.of(AuditKind.EXPORTED, what, "Shifts as iCalendar"), ON_RECORD_ONCE);
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @PutMapping(
      path = "/agents/{login}/rota.ics",
      consumes = ICALENDAR,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "importAgentRota",
      summary = "Take over the shifts of an agent from an iCalendar file",
      description =
          "They replace what came from the same source before. Events keep the wall clock of their"
              + " zone; those without are in the agent's. What cannot be read is refused with its"
              + " line, and nothing is changed.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(mediaType = ICALENDAR, schema = @Schema(type = "string"))))
  RotaImportResponse importForAgent(
      @PathVariable String login,
      @Parameter(description = "Name of what it comes from", example = "planner", required = true)
          @RequestParam(required = false)
          String source,
      @Parameter(description = "Whose shifts they are; left out: of all teams")
          @RequestParam(required = false)
          String team,
      @RequestBody byte[] body) {
    rights.allow(Permission.KEEP_ROTA);
    String itsTeam = team == null || team.isBlank() ? null : paths.team(team);
    return RotaImportResponse.of(
        calendar.importForAgent(paths.agent(login), itsTeam, source(source), text(body)));
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @PutMapping(
      path = "/teams/{code}/rota.ics",
      consumes = ICALENDAR,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "importTeamRota",
      summary = "Take over the shifts of a team from an iCalendar file",
      description =
          "Each event names a member of the team as its only attendee, by e-mail address. They"
              + " replace what came for the team from the same source before. Times without a zone"
              + " are in UTC.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(mediaType = ICALENDAR, schema = @Schema(type = "string"))))
  RotaImportResponse importForTeam(
      @PathVariable String code,
      @Parameter(description = "Name of what it comes from", example = "planner", required = true)
          @RequestParam(required = false)
          String source,
      @RequestBody byte[] body) {
    rights.allow(Permission.KEEP_ROTA);
    return RotaImportResponse.of(
        calendar.importForTeam(paths.team(code), source(source), text(body)));
  }

  private static String source(String name) {
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    if (name == null || name.isBlank() || name.strip().length() > 100) {
      complaints.about("source", "must be a name of 1 to 100 characters");
    }
    complaints.raise();
    return name.strip();
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
