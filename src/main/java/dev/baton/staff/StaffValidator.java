package dev.baton.staff;

import dev.baton.web.validation.InvalidInput;
import java.util.regex.Pattern;

/** Validates a team or an agent; a refusal names the field and the reason. */
final class StaffValidator {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-._][a-z0-9]+)*");

  private static final Pattern SKILL =
      Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}][^\\s\\p{Lu}\\p{Cntrl}]{0,39}");

  private StaffValidator() {}

  static void team(TeamView team) {
    code("code", "code of the team", team.code(), 59);
    text("name", "name of the team", team.name());
    if (team.hours() != null) {
      hours(team.hours());
    }
  }

  static void agent(AgentView agent) {
    code("login", "username", agent.login(), 64);
    text("name", "name of the agent", agent.name());
    present("zone", "time zone of the agent", agent.zone());
    present("language", "language of the agent", agent.language());
    present("roles", "roles of the agent", agent.roles());
    present("teams", "teams of the agent", agent.teams());
    present("skills", "skills of the agent", agent.skills());
    present("languages", "languages of the agent", agent.languages());
    agent.skills().forEach(StaffValidator::skill);
  }

  private static void skill(String skill) {
    if (!SKILL.matcher(skill).matches()) {
      throw new InvalidInput(
          "skills",
          "The skills of the agent are words of up to 40 lower case letters, digits and signs, not '%s'."
              .formatted(skill));
    }
  }

  private static void hours(String calendar) {
    if (calendar.isBlank() || calendar.length() > 64) {
      throw new InvalidInput(
          "hours",
          "The hours of the team must be the name of a calendar with 1 to 64 characters, not '%s'."
              .formatted(calendar));
    }
  }

  /** A sign-in name or a team's code: it becomes an id of the engine. */
  static void code(String field, String label, String value, int longest) {
    if (value == null || value.length() > longest || !NAME.matcher(value).matches()) {
      throw new InvalidInput(
          field,
          "The %s may have up to %d lower case letters, digits and hyphens between them, not '%s'."
              .formatted(label, longest, value));
    }
  }

  private static void text(String field, String label, String value) {
    if (value == null || value.isBlank() || value.strip().length() > 200) {
      throw new InvalidInput(
          field, "The %s must have 1 to 200 characters, not '%s'.".formatted(label, value));
    }
  }

  private static void present(String field, String label, Object value) {
    if (value == null) {
      throw new InvalidInput(field, "The " + label + " must be given.");
    }
  }
}
