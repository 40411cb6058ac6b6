package dev.baton.escalation.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.escalation.coverage.Coverage;
import dev.baton.escalation.coverage.CoverageCheck;
import dev.baton.escalation.coverage.CoverageScope;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.web.EmptyRequest;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the ladder has gaps in the next fourteen days. */
@RestController
@RequestMapping(path = "/api/v1/coverage", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Coverage", description = "Whether somebody is on every rung")
class CoverageController {

  private final Coverage coverage;
  private final CoverageCheck check;
  private final StaffDirectory staff;
  private final AccessControl rights;

  CoverageController(
      Coverage coverage, CoverageCheck check, StaffDirectory staff, AccessControl rights) {
    this.coverage = coverage;
    this.check = check;
    this.staff = staff;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ_ESCALATIONS)
  @GetMapping
  @Operation(
      operationId = "coverage",
      summary = "Gaps by team and rung",
      description =
          "As the last check found them: every morning, and a minute after the rota changed."
              + " Gaps that have passed or are mended are left out.")
  CoverageResponse coverage(
      @Parameter(description = "Code of a team, for its gaps alone", example = "network")
          @RequestParam(required = false)
          String team) {
    rights.allow(Permission.READ_ESCALATIONS);
    return CoverageResponse.of(
        team == null || team.isBlank()
            ? coverage.now()
            : coverage.of(CoverageScope.of(known(team).code())));
  }

  @EndpointPermission(Permission.KEEP_ROTA)
  @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "checkCoverage",
      summary = "Check now",
      description = "Checks every team and rung, and answers with what it found.")
  CoverageResponse check(@Valid @RequestBody(required = false) EmptyRequest none) {
    rights.allow(Permission.KEEP_ROTA);
    check.check(CoverageScope.ALL);
    return CoverageResponse.of(coverage.now());
  }

  private TeamView known(String team) {
    return staff.team(team).orElseThrow(() -> new NotFound("team", team));
  }
}
