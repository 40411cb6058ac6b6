package dev.baton.desk.template;

import java.util.Set;

/**
 * What a person may do with reply templates and macros.
 *
 * @param teams codes of their teams
 * @param ledTeams codes of the teams whose templates they keep
 * @param keepsAll whether they keep everybody's
 */
public record TemplateKeeper(
    String login, Set<String> teams, Set<String> ledTeams, boolean keepsAll) {

  /** Whether they may read it. */
  public boolean sees(TemplateScope scope, String owner, String team) {
    return keepsAll
        || switch (scope) {
          case PERSON -> login.equals(owner);
          case TEAM -> teams.contains(team);
          case CLIENT, DESK -> true;
        };
  }

  /** Whether they may create, change and delete it. */
  public boolean keeps(TemplateScope scope, String owner, String team) {
    return keepsAll
        || switch (scope) {
          case PERSON -> login.equals(owner);
          case TEAM -> ledTeams.contains(team);
          case CLIENT, DESK -> false;
        };
  }
}
