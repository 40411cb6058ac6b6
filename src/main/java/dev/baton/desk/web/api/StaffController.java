package dev.baton.desk.web.api;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.staff.AgentView;
import dev.baton.staff.RegisterAgent;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.web.AgentRequest;
import dev.baton.staff.web.AgentResponse;
import dev.baton.staff.web.TeamRequest;
import dev.baton.staff.web.TeamResponse;
import dev.baton.web.NotFound;
import dev.baton.web.RegistrationResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Teams and agents. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Staff", description = "Who works at the desk")
class StaffController {

  private final StaffDirectory staff;
  private final RegisterAgent agents;
  private final RegistrationResponses registrations;
  private final AccessControl rights;
  private final PublishedAgreements calendars;

  StaffController(
      StaffDirectory staff,
      RegisterAgent agents,
      RegistrationResponses registrations,
      AccessControl rights,
      PublishedAgreements calendars) {
    this.staff = staff;
    this.agents = agents;
    this.registrations = registrations;
    this.rights = rights;
    this.calendars = calendars;
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/teams")
  @Operation(operationId = "listTeams", summary = "List teams", description = "By name.")
  List<TeamResponse> teams() {
    rights.allow(Permission.READ_STAFF);
    return staff.teams().stream().map(TeamResponse::of).toList();
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/teams/{code}")
  @Operation(operationId = "getTeam", summary = "Get a team")
  TeamResponse team(@PathVariable String code) {
    rights.allow(Permission.READ_STAFF);
    return staff.team(code).map(TeamResponse::of).orElseThrow(() -> new NotFound("team", code));
  }

  @EndpointPermission(Permission.ADMINISTER)
  @PutMapping(path = "/teams/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putTeam",
      summary = "Register a team, or bring it up to date",
      description =
          "The routing table names teams by code: as delivered it sends reports to service-desk,"
              + " and on to the second line at network and applications.")
  @ApiResponse(responseCode = "200", description = "The team, brought up to date")
  @ApiResponse(
      responseCode = "201",
      description = "The new team",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<TeamResponse> putTeam(
      @PathVariable String code, @Valid @RequestBody TeamRequest body) {
    rights.allow(Permission.ADMINISTER);
    TeamView team =
        body.team(code, staff.team(code), calendar -> !calendars.calendar(calendar).isEmpty());
    return registrations.put(
        () -> teamCodes().contains(code), () -> TeamResponse.of(staff.register(team)));
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/agents")
  @Operation(
      operationId = "listAgents",
      summary = "List agents",
      description = "By name, with those who are not active any more.")
  List<AgentResponse> agents() {
    rights.allow(Permission.READ_STAFF);
    return staff.agents().stream().map(AgentResponse::of).toList();
  }

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping("/agents/{login}")
  @Operation(operationId = "getAgent", summary = "Get an agent")
  AgentResponse agent(@PathVariable String login) {
    rights.allow(Permission.READ_STAFF);
    return staff
        .agent(login)
        .map(AgentResponse::of)
        .orElseThrow(() -> new NotFound("agent", login));
  }

  @EndpointPermission(Permission.ADMINISTER)
  @PutMapping(path = "/agents/{login}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putAgent",
      summary = "Register an agent, or bring them up to date",
      description =
          "Active is assumed when left out. One active administrator must remain at any time.")
  @ApiResponse(responseCode = "200", description = "The agent, brought up to date")
  @ApiResponse(
      responseCode = "201",
      description = "The new agent",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<AgentResponse> putAgent(
      @PathVariable String login, @Valid @RequestBody AgentRequest body) {
    rights.allow(Permission.ADMINISTER);
    AgentView agent = body.agent(login, teamCodes(), staff.agent(login));
    return registrations.put(
        () -> staff.agent(login).isPresent(),
        () -> AgentResponse.of(agents.register(agent, body.password())));
  }

  private Set<String> teamCodes() {
    return staff.teams().stream().map(TeamView::code).collect(Collectors.toUnmodifiableSet());
  }
}
