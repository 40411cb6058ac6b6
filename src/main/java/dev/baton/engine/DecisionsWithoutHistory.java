package dev.baton.engine;

import java.util.Set;

/**
 * Ids of decisions whose evaluations the engine does not keep, because the calling module stores
 * the results itself. That module offers this as a bean.
 */
public record DecisionsWithoutHistory(Set<String> ids) {

  public DecisionsWithoutHistory {
    ids = Set.copyOf(ids);
  }
}
