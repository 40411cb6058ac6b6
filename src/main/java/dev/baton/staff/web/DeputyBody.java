package dev.baton.staff.web;

import dev.baton.staff.Role;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.Post;
import dev.baton.staff.rota.PostDeputy;
import dev.baton.web.validation.InstantText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who stands in for a person or for a post. */
@Schema(name = "Deputy", description = "Who stands in for a person, or for a post")
record DeputyBody(
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) Long id,
    @Schema(description = "Of a post: code of the team; left out: of any", example = "network")
        String team,
    @Schema(
            description = "Of a person: only where they are wanted in this role; left out: in any",
            example = "senior-agent")
        String role,
    @Schema(description = "Sign-in name of who stands in", example = "tom.whitfield")
        @NotBlank(message = "is required")
        String deputy,
    @Schema(description = "Now if left out", example = "2026-05-04T00:00:00Z", format = "date-time")
        @InstantText
        String from,
    @Schema(description = "Left out: open", example = "2026-05-12T00:00:00Z", format = "date-time")
        @InstantText
        String until) {

  static DeputyBody of(Deputy named) {
    return of(named.id(), null, named.role(), named.deputy(), named.from(), named.until());
  }

  static DeputyBody of(PostDeputy named) {
    return of(
        named.id(),
        named.post().team(),
        named.post().role(),
        named.deputy(),
        named.from(),
        named.until());
  }

  private static DeputyBody of(
      long id, String team, Role role, String deputy, Instant from, Instant until) {
    return new DeputyBody(
        id,
        team,
        role == null ? null : role.group(),
        deputy,
        from.toString(),
        until == null ? null : until.toString());
  }

  Deputy ofPerson(String login, Instant now) {
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    if (team != null) {
      complaints.about("team", "applies only to the deputy of a post; omit it");
    }
    Role only = role("role", role, complaints);
    complaints.raise();
    return new Deputy(0, login, deputy.strip(), only, begin(now), InstantText.Iso.instant(until));
  }

  PostDeputy ofPost(Instant now) {
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    Role only = role("role", role, complaints);
    if (team == null && role == null) {
      complaints.about("role", "is required unless a team is given");
    }
    complaints.raise();
    return new PostDeputy(
        0, new Post(team, only), deputy.strip(), begin(now), InstantText.Iso.instant(until));
  }

  private Instant begin(Instant now) {
    return from == null ? now : InstantText.Iso.instant(from);
  }

  /** The role of this name, or null for none. */
  static Role role(String field, String name, InvalidInput.Complaints complaints) {
    if (name == null || name.isBlank()) {
      return null;
    }
    Role role = Role.ofGroup(name.strip()).orElse(null);
    if (role == null) {
      complaints.about(
          field,
          "must be one of "
              + Arrays.stream(Role.values()).map(Role::group).collect(Collectors.joining(", ")));
    }
    return role;
  }
}
