package dev.baton.engine;

import java.util.Set;

/**
 * Ids of decisions whose evaluations the engine does not keep, because the module that asks them
 * stores what they said. Offered as a bean by that module.
 */
public record DecisionsWithoutHistory(Set<String> ids) {

  public DecisionsWithoutHistory {
    ids = Set.copyOf(ids);
  }
}
