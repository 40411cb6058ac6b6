package dev.baton.escalation;

import dev.baton.staff.Role;
import java.util.Set;

/** The ladder as its table is deployed now, seen from the rota. */
public interface Ladder {

  /** What the rungs of all its rules ask of the rota. */
  Set<Wanted> wanted();

  /**
   * Somebody whom a rung wants.
   *
   * @param ofTeam whether in every team, or anywhere
   * @param calendar the hours of the rung; null for around the clock
   */
  record Wanted(Role role, boolean ofTeam, String calendar) {}
}
