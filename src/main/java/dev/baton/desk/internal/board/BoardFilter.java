package dev.baton.desk.internal.board;

import dev.baton.incident.Priority;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Which incidents a board is about; null means any.
 *
 * @param client code of the client whose id goes before it
 */
record BoardFilter(Long clientId, String client, String team, Priority priority) {

  /** Whether it is about all incidents. */
  boolean isEverything() {
    return clientId == null && team == null && priority == null;
  }

  /** To be put behind the conditions on an incident that is called i. */
  String conditions() {
    return (clientId == null ? "" : " and i.client_id = :clientId")
        + (team == null ? "" : " and i.team = :team")
        + (priority == null ? "" : " and i.priority = :priority");
  }

  /** The values for {@link #conditions}. */
  MapSqlParameterSource parameters() {
    return new MapSqlParameterSource()
        .addValue("clientId", clientId)
        .addValue("team", team)
        .addValue("priority", priority == null ? null : priority.name());
  }
}
