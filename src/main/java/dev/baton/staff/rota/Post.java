package dev.baton.staff.rota;

import dev.baton.staff.Role;

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
    return team == null ? role.words() : role.words() + " of team " + team;
  }
}
