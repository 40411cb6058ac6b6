package dev.baton.staff.web;

import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/** An agent at the API. */
@Schema(name = "Agent", description = "A person who works at the desk")
public record AgentResponse(
    @Schema(description = "Sign-in name", example = "lena.fischer") String login,
    String name,
    @Schema(description = "Or null") String email,
    @Schema(example = "Europe/Berlin") String zone,
    @Schema(example = "en") String language,
    @Schema(example = "[\"agent\"]") List<String> roles,
    @Schema(example = "[\"service-desk\"]") List<String> teams,
    @Schema(description = "Whether they still work here") boolean active,
    @Schema(example = "[\"cisco\"]") List<String> skills,
    @Schema(description = "Beside the main one", example = "[\"de\"]") List<String> languages) {

  public static AgentResponse of(AgentView agent) {
    return new AgentResponse(
        agent.login(),
        agent.name(),
        agent.email(),
        agent.zone().getId(),
        agent.language().toLanguageTag(),
        agent.roles().stream().sorted().map(Role::group).toList(),
        agent.teams().stream().sorted().toList(),
        agent.active(),
        agent.skills().stream().sorted().toList(),
        agent.languages().stream().map(Locale::toLanguageTag).sorted().toList());
  }
}
