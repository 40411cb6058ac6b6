package dev.baton.staff.web;

import dev.baton.staff.TeamView;
import io.swagger.v3.oas.annotations.media.Schema;

/** A team at the API. */
@Schema(name = "Team", description = "A team of the desk")
public record TeamResponse(
    @Schema(example = "network") String code,
    String name,
    @Schema(description = "Name of the calendar it works by, or null", example = "office")
        String hours) {

  public static TeamResponse of(TeamView team) {
    return new TeamResponse(team.code(), team.name(), team.hours());
  }
}
