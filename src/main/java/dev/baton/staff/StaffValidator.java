package dev.baton.staff;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.regex.Pattern;

/** Validates a team or an agent; a refusal names the field and the reason. */
final class StaffValidator {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-._][a-z0-9]+)*");

  private static final Pattern SKILL =
      Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}][^\\s\\p{Lu}\\p{Cntrl}]{0,39}");

  private StaffValidator() {}

  static void team(TeamView team) {
    code("code", "team-code", team.code(), 59);
    text("name", "team-name", team.name());
    if (team.hours() != null) {
      hours(team.hours());
    }
  }

  static void agent(AgentView agent) {
    code("login", "username", agent.login(), 64);
    text("name", "agent-name", agent.name());
    present("zone", "agent-zone", agent.zone());
    present("language", "agent-language", agent.language());
    present("roles", "agent-roles", agent.roles());
    present("teams", "agent-teams", agent.teams());
    present("skills", "agent-skills", agent.skills());
    present("languages", "agent-languages", agent.languages());
    agent.skills().forEach(StaffValidator::skill);
  }

  private static void skill(String skill) {
    if (!SKILL.matcher(skill).matches()) {
      throw new InvalidInput("skills", LocalizableText.of("refused.staff.skill", skill));
    }
  }

  private static void hours(String calendar) {
    if (calendar.isBlank() || calendar.length() > 64) {
      throw new InvalidInput("hours", LocalizableText.of("refused.staff.hours", calendar));
    }
  }

  /** A sign-in name or a team's code: it becomes an id of the engine. */
  static void code(String field, String label, String value, int longest) {
    if (value == null || value.length() > longest || !NAME.matcher(value).matches()) {
      throw new InvalidInput(
          field, LocalizableText.of("refused.staff.code", text(label), longest, value));
    }
  }

  private static void text(String field, String label, String value) {
    if (value == null || value.isBlank() || value.strip().length() > 200) {
      throw new InvalidInput(field, LocalizableText.of("refused.staff.text", text(label), value));
    }
  }

  private static LocalizableText text(String label) {
    return LocalizableText.of("refused.label." + label);
  }

  private static void present(String field, String label, Object value) {
    if (value == null) {
      throw new InvalidInput(field, LocalizableText.of("refused.staff.missing", text(label)));
    }
  }
}
