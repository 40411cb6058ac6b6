package dev.baton.staff;

import java.util.Locale;

/**
 * Where somebody is wanted: a role in a team, a role anywhere (team null), or anybody of a team
 * (role null). Team is its code.
 */
public record Post(String team, Role role) {

  public Post {
    if (team == null && role == null) {
      throw new IllegalArgumentException("A post needs a team, a role, or both.");
    }
  }

  /** As it stands in a sentence: "senior agent of team network". */
  public String words() {
    if (role == null) {
      return "team " + team;
    }
    String title = role.title().substring(0, 1).toLowerCase(Locale.ROOT);
    String named = role == Role.QA_SPECIALIST ? role.title() : title + role.title().substring(1);
    return team == null ? named : named + " of team " + team;
  }
}
