package dev.baton.desk.web.template;

import dev.baton.desk.template.TemplateScope;

/**
 * Whose a template or macro is.
 *
 * @param owner sign-in name; null unless it is a person's own
 * @param team code; null unless it is a team's
 * @param client code; null unless it is for one client
 */
public record Sharing(TemplateScope scope, String owner, String team, String client) {

  /** As a choice of the form says it: {@code PERSON}, {@code TEAM:network}, {@code DESK}. */
  public String value() {
    return switch (scope) {
      case TEAM -> scope + ":" + team;
      case CLIENT -> scope + ":" + client;
      case PERSON, DESK -> scope.name();
    };
  }
}
