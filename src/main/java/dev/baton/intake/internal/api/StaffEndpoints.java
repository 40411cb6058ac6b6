package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.intake.RegisterAgent;
import dev.baton.sla.PublishedAgreements;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
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
class StaffEndpoints {

  private final StaffDirectory staff;
  private final RegisterAgent agents;
  private final Registrations registrations;
  private final ApiRights rights;
  private final PublishedAgreements calendars;

  StaffEndpoints(
      StaffDirectory staff,
      RegisterAgent agents,
      Registrations registrations,
      ApiRights rights,
      PublishedAgreements calendars) {
    this.staff = staff;
    this.agents = agents;
    this.registrations = registrations;
    this.rights = rights;
    this.calendars = calendars;
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/teams")
  @Operation(operationId = "listTeams", summary = "List teams", description = "By name.")
  List<TeamBody> teams() {
    rights.allow(Act.READ_STAFF);
    return staff.teams().stream().map(TeamBody::of).toList();
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/teams/{code}")
  @Operation(operationId = "getTeam", summary = "Get a team")
  TeamBody team(@PathVariable String code) {
    rights.allow(Act.READ_STAFF);
    return staff.team(code).map(TeamBody::of).orElseThrow(() -> new UnknownEntry("team", code));
  }

  @Requires(Act.ADMINISTER)
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
  ResponseEntity<TeamBody> putTeam(
      @PathVariable String code, @Valid @RequestBody NewTeamBody body) {
    rights.allow(Act.ADMINISTER);
    TeamView team =
        body.team(code, staff.team(code), calendar -> !calendars.calendar(calendar).isEmpty());
    return registrations.put(
        () -> teamCodes().contains(code), () -> TeamBody.of(staff.register(team)));
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/agents")
  @Operation(
      operationId = "listAgents",
      summary = "List agents",
      description = "By name, with those who are not active any more.")
  List<AgentBody> agents() {
    rights.allow(Act.READ_STAFF);
    return staff.agents().stream().map(AgentBody::of).toList();
  }

  @Requires(Act.READ_STAFF)
  @GetMapping("/agents/{login}")
  @Operation(operationId = "getAgent", summary = "Get an agent")
  AgentBody agent(@PathVariable String login) {
    rights.allow(Act.READ_STAFF);
    return staff
        .agent(login)
        .map(AgentBody::of)
        .orElseThrow(() -> new UnknownEntry("agent", login));
  }

  @Requires(Act.ADMINISTER)
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
  ResponseEntity<AgentBody> putAgent(
      @PathVariable String login, @Valid @RequestBody NewAgentBody body) {
    rights.allow(Act.ADMINISTER);
    AgentView agent = body.agent(login, teamCodes(), staff.agent(login));
    return registrations.put(
        () -> staff.agent(login).isPresent(),
        () -> AgentBody.of(agents.register(agent, body.password())));
  }

  private Set<String> teamCodes() {
    return staff.teams().stream().map(TeamView::code).collect(Collectors.toUnmodifiableSet());
  }
}
