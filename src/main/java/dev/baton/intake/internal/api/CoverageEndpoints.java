package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.escalation.Coverage;
import dev.baton.escalation.CoverageCheck;
import dev.baton.escalation.CoveragePlace;
import dev.baton.intake.internal.api.ActBodies.NoInput;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
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
class CoverageEndpoints {

  private final Coverage coverage;
  private final CoverageCheck check;
  private final StaffDirectory staff;
  private final ApiRights rights;

  CoverageEndpoints(
      Coverage coverage, CoverageCheck check, StaffDirectory staff, ApiRights rights) {
    this.coverage = coverage;
    this.check = check;
    this.staff = staff;
    this.rights = rights;
  }

  @Requires(Act.READ_ESCALATIONS)
  @GetMapping
  @Operation(
      operationId = "coverage",
      summary = "Gaps by team and rung",
      description =
          "As the last check found them: every morning, and a minute after the rota changed."
              + " Gaps that have passed or are mended are left out.")
  CoverageBody coverage(
      @Parameter(description = "Code of a team, for its gaps alone", example = "network")
          @RequestParam(required = false)
          String team) {
    rights.allow(Act.READ_ESCALATIONS);
    return CoverageBody.of(
        team == null || team.isBlank()
            ? coverage.now()
            : coverage.of(CoveragePlace.of(known(team).code())));
  }

  @Requires(Act.KEEP_ROTA)
  @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "checkCoverage",
      summary = "Check now",
      description = "Checks every team and rung, and answers with what it found.")
  CoverageBody check(@Valid @RequestBody(required = false) NoInput none) {
    rights.allow(Act.KEEP_ROTA);
    check.check(CoveragePlace.ALL);
    return CoverageBody.of(coverage.now());
  }

  private TeamView known(String team) {
    return staff.team(team).orElseThrow(() -> new UnknownEntry("team", team));
  }
}
