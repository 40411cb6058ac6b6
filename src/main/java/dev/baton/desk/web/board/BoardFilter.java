package dev.baton.desk.web.board;

import dev.baton.incident.Priority;
import dev.baton.incident.search.IncidentFilter;

/**
 * The incidents that a board covers; null means any.
 *
 * @param client code of the client whose id precedes it
 */
record BoardFilter(Long clientId, String client, String team, Priority priority) {

  /** Whether it covers all incidents. */
  boolean isEverything() {
    return incidents().isEverything();
  }

  /** The same filter as an incident query. */
  IncidentFilter incidents() {
    return new IncidentFilter(clientId, team, priority);
  }
}
