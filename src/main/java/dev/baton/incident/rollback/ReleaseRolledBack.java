package dev.baton.incident.rollback;

import dev.baton.incident.IncidentNumber;

/** A release was rolled back, or should have been. Published once, in a transaction of its own. */
public record ReleaseRolledBack(ReleaseRollback rollback) {

  /** The first incident that failed. */
  public IncidentNumber incident() {
    return new IncidentNumber(rollback.incident());
  }
}
