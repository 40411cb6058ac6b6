package dev.baton.staff.web;

import dev.baton.staff.TeamView;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import java.util.function.Predicate;

/** A team as it shall be known. */
@Schema(name = "NewTeam", description = "A team as it shall be known")
public record TeamRequest(
    @NotBlank(message = "is required") @SingleLine @MaxCharacters(200) String name,
    @Schema(
            description =
                "Name of the calendar that it works by; left out, it stays as it is; empty: none",
            example = "office")
        @SingleLine
        @MaxCharacters(64)
        String hours) {

  /**
   * @param before the team as it was, if it was
   */
  public TeamView team(String code, Optional<TeamView> before, Predicate<String> isCalendar) {
    if (hours == null) {
      return new TeamView(code, name, before.map(TeamView::hours).orElse(null));
    }
    String calendar = hours.isBlank() ? null : hours.strip();
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    if (calendar != null && !isCalendar.test(calendar)) {
      complaints.about("hours", "must be the name of a published calendar");
    }
    complaints.raise();
    return new TeamView(code, name, calendar);
  }
}
