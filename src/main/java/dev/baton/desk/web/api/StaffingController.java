package dev.baton.desk.web.api;

import static java.util.stream.Collectors.toMap;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.incident.assignment.Staffing;
import dev.baton.sla.OverdueObligations;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.web.validation.InstantText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows who is on duty, by team. */
@RestController
@RequestMapping(path = "/api/v1/staffing", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Staff")
class StaffingController {

  private final Staffing staffing;
  private final OverdueObligations overdue;
  private final StaffDirectory staff;
  private final Clock clock;
  private final AccessControl rights;

  StaffingController(
      Staffing staffing,
      OverdueObligations overdue,
      StaffDirectory staff,
      Clock clock,
      AccessControl rights) {
    this.staffing = staffing;
    this.overdue = overdue;
    this.staff = staff;
    this.clock = clock;
    this.rights = rights;
  }

  /** A team's work by person; the queue has no login. */
  private record Share(String team, String login) {}

  @EndpointPermission(Permission.READ_STAFF)
  @GetMapping
  @Operation(
      operationId = "listStaffing",
      summary = "Show who is on, with what open work",
      description =
          "By team: who is on duty and until when, who is away and who stands in, what each has on"
              + " hand, and the queue. Who is on is told for any instant, work as it stands now.")
  List<StaffingResponse> staffing(
      @Parameter(description = "Code of one team; all if left out", example = "network")
          @RequestParam(required = false)
          String team,
      @Parameter(description = "Now if left out", example = "2026-11-30T15:00:00Z")
          @RequestParam(required = false)
          String at) {
    rights.allow(Permission.READ_STAFF);
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    String code = team(team, complaints);
    Instant instant = instant(at, complaints);
    complaints.raise();
    Map<Share, Long> late =
        overdue.now().stream()
            .collect(
                toMap(
                    count -> new Share(count.team(), count.assignee()),
                    OverdueObligations.OverdueCount::overdue));
    return staffing.at(instant, code).stream()
        .map(
            each ->
                StaffingResponse.of(
                    each, login -> late.getOrDefault(new Share(each.team().code(), login), 0L)))
        .toList();
  }

  private String team(String asked, InvalidInput.Complaints complaints) {
    if (asked == null || asked.isBlank()) {
      return null;
    }
    String code = staff.team(asked).map(TeamView::code).orElse(null);
    if (code == null) {
      complaints.about("team", "there is no team " + asked.strip());
    }
    return code;
  }

  private Instant instant(String asked, InvalidInput.Complaints complaints) {
    if (asked == null || asked.isBlank()) {
      return clock.instant();
    }
    try {
      Instant instant = InstantText.Iso.instant(asked.strip());
      if (instant.isAfter(Instant.EPOCH)
          && instant.isBefore(Instant.parse("2100-01-01T00:00:00Z"))) {
        return instant;
      }
    } catch (DateTimeException unreadable) {
      // said below
    }
    complaints.about(
        "at",
        "must be a date and time with an offset, such as 2026-11-30T15:00:00Z, in the years 1970 to"
            + " 2099");
    return null;
  }
}
