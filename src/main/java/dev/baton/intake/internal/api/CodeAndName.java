package dev.baton.intake.internal.api;

import dev.baton.client.ServiceView;
import dev.baton.staff.TeamView;
import io.swagger.v3.oas.annotations.media.Schema;

/** A service or a team at the API. */
@Schema(name = "CodeAndName", description = "A service of a client, or a team")
record CodeAndName(@Schema(example = "network") String code, String name) {

  static CodeAndName of(ServiceView service) {
    return new CodeAndName(service.code(), service.name());
  }

  static CodeAndName of(TeamView team) {
    return new CodeAndName(team.code(), team.name());
  }
}
