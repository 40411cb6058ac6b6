package dev.baton.intake.internal.api;

import dev.baton.staff.TeamView;
import io.swagger.v3.oas.annotations.media.Schema;

/** A team at the API. */
@Schema(name = "Team", description = "A team of the desk")
record TeamBody(
    @Schema(example = "network") String code,
    String name,
    @Schema(description = "Name of the calendar it works by, or null", example = "office")
        String hours) {

  static TeamBody of(TeamView team) {
    return new TeamBody(team.code(), team.name(), team.hours());
  }
}
