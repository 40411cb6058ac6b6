package dev.baton.desk.web.board;

import dev.baton.incident.Priority;
import dev.baton.incident.search.IncidentFilter;

/**
 * Which incidents a board is about; null means any.
 *
 * @param client code of the client whose id goes before it
 */
record BoardFilter(Long clientId, String client, String team, Priority priority) {

  /** Whether it is about all incidents. */
  boolean isEverything() {
    return incidents().isEverything();
  }

  /** The same as a question about incidents. */
  IncidentFilter incidents() {
    return new IncidentFilter(clientId, team, priority);
  }
}
