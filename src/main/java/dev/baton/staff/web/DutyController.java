package dev.baton.staff.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.staff.Role;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import dev.baton.web.TimeRangeParameters;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows who is on duty, and who responds for a post. */
@RestController
@RequestMapping(path = "/api/v1/duty", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rota")
class DutyController {

  private final Duty duty;
  private final RotaPaths paths;
  private final AccessControl rights;
  private final Clock clock;

  DutyController(Duty duty, RotaPaths paths, AccessControl rights, Clock clock) {
    this.duty = duty;
    this.paths = paths;
    this.rights = rights;
    this.clock = clock;
  }

  /** Which post, and when. */
  record Parameters(
      @Parameter(description = "Code of the team; left out: of any", example = "network")
          String team,
      @Parameter(description = "Left out: anybody of the team", example = "senior-agent")
          String role,
      @Parameter(description = "Now if left out", example = "2026-05-04T10:00:00Z") String at) {}

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping
  @Operation(
      operationId = "onDuty",
      summary = "Who is on duty for a post, and who answers, with the reasons",
      description = "A post is a role of a team, a role anywhere, or anybody of a team.")
  DutyResponse onDuty(@ParameterObject Parameters asked) {
    rights.allow(Permission.READ_STAFF);
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    Role role = DeputyBody.role("role", asked.role(), complaints);
    String team = asked.team() == null || asked.team().isBlank() ? null : asked.team();
    if (team == null && (asked.role() == null || asked.role().isBlank())) {
      complaints.about("team", "is required unless a role is given");
    }
    Instant at = TimeRangeParameters.instant("at", asked.at(), clock.instant(), complaints);
    complaints.raise();
    Post post = new Post(team == null ? null : paths.team(team), role);
    return new DutyResponse(
        post.words(),
        at,
        DutyResponse.ResponderBody.of(duty.responder(post, at, List.of(), login -> 0)),
        duty.presences(post, at).stream().map(DutyResponse.PresenceBody::of).toList());
  }
}
