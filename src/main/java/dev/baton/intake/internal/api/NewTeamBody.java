package dev.baton.intake.internal.api;

import dev.baton.staff.TeamView;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import java.util.function.Predicate;

/** A team as it shall be known. */
@Schema(name = "NewTeam", description = "A team as it shall be known")
record NewTeamBody(
    @NotBlank(message = "is required") @SingleLine @AtMost(200) String name,
    @Schema(
            description =
                "Name of the calendar that it works by; left out, it stays as it is; empty: none",
            example = "office")
        @SingleLine
        @AtMost(64)
        String hours) {

  /**
   * @param before the team as it was, if it was
   */
  TeamView team(String code, Optional<TeamView> before, Predicate<String> isCalendar) {
    if (hours == null) {
      return new TeamView(code, name, before.map(TeamView::hours).orElse(null));
    }
    String calendar = hours.isBlank() ? null : hours.strip();
    InvalidFields.Complaints complaints = new InvalidFields.Complaints();
    if (calendar != null && !isCalendar.test(calendar)) {
      complaints.about("hours", "must be the name of a published calendar");
    }
    complaints.raise();
    return new TeamView(code, name, calendar);
  }
}
