package dev.baton.staff.web;

import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.LanguageTag;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import dev.baton.web.validation.TimeZoneName;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An agent as they shall be known. */
@Schema(name = "NewAgent", description = "An agent as they shall be known")
public record AgentRequest(
    @Schema(example = "Lena Fischer")
        @NotBlank(message = "is required")
        @SingleLine
        @MaxCharacters(200)
        String name,
    @Schema(example = "lena.fischer@desk.example")
        @NotBlank(message = "is required")
        @Email(message = "must be an email address")
        @SingleLine
        @MaxCharacters(254)
        String email,
    @Schema(description = "Name of the time zone", example = "Europe/Berlin")
        @NotNull(message = "is required")
        @TimeZoneName
        String zone,
    @Schema(description = "Tag of the language", example = "en")
        @NotNull(message = "is required")
        @LanguageTag
        String language,
    @Schema(description = "One or more of the chain of command", example = "[\"agent\"]")
        @NotEmpty(message = "must name one role or more")
        List<String> roles,
    @Schema(description = "Codes of teams; may be empty", example = "[\"service-desk\"]")
        @NotNull(message = "is required")
        List<String> teams,
    @Schema(
            description = "Who is not active cannot sign in, and comes back with a password",
            defaultValue = "true")
        Boolean active,
    @Schema(
            description = "Left out, the one that there is stays; a new agent has none then",
            format = "password",
            accessMode = Schema.AccessMode.WRITE_ONLY)
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String password,
    @Schema(
            description = "Words without spaces, in any case; left out, they stay as they are",
            example = "[\"cisco\", \"vpn\"]")
        @Size(max = 100, message = "must be at most 100")
        List<
                @NotNull(message = "must be a word")
                @Pattern(
                    regexp = "[\\p{L}\\p{Nd}][^\\s\\p{Cntrl}]{0,39}",
                    message = "must be a word of at most 40 characters")
                String>
            skills,
    @Schema(
            description = "Tags of languages beside the main one; left out, they stay as they are",
            example = "[\"de\", \"fr\"]")
        @Size(max = 20, message = "must be at most 20")
        List<@NotNull(message = "is required") @LanguageTag String> languages) {

  /**
   * @param known codes of the teams that there are
   * @param before the agent as they were, if they were
   */
  public AgentView agent(String login, Set<String> known, Optional<AgentView> before) {
    var complaints = new InvalidInput.Complaints();
    Set<Role> given =
        roles.stream()
            .map(role -> Optional.ofNullable(role).flatMap(Role::ofGroup))
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());
    if (roles.stream().anyMatch(role -> role == null || Role.ofGroup(role).isEmpty())) {
      complaints.about("roles", "must be one of " + acceptedRoles());
    }
    if (teams.stream().anyMatch(team -> team == null || !known.contains(team))) {
      complaints.about("teams", "must be one of " + String.join(", ", new TreeSet<>(known)));
    }
    complaints.raise();
    return new AgentView(
        login,
        name,
        email,
        ZoneId.of(zone),
        Locale.forLanguageTag(language),
        given,
        Set.copyOf(teams),
        !Boolean.FALSE.equals(active),
        skills == null
            ? before.map(AgentView::skills).orElse(Set.of())
            : skills.stream()
                .map(skill -> skill.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()),
        languages == null
            ? before.map(AgentView::languages).orElse(Set.of())
            : languages.stream()
                .map(Locale::forLanguageTag)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static String acceptedRoles() {
    return Arrays.stream(Role.values()).map(Role::group).collect(Collectors.joining(", "));
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return name;
  }
}
