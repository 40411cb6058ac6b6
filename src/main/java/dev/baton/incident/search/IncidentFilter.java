package dev.baton.incident.search;

import dev.baton.incident.Priority;
import java.util.HashMap;
import java.util.Map;

/** Of which client, in which team and of which priority incidents are; each null for any. */
public record IncidentFilter(Long clientId, String team, Priority priority) {

  public boolean isEverything() {
    return clientId == null && team == null && priority == null;
  }

  /** To be put behind the conditions on an incident that is called i. */
  String conditions() {
    return (clientId == null ? "" : " and i.client_id = :clientId")
        + (team == null ? "" : " and i.team = :team")
        + (priority == null ? "" : " and i.priority = :priority");
  }

  /** The values for {@link #conditions}. */
  Map<String, Object> parameters() {
    Map<String, Object> values = new HashMap<>();
    values.put("clientId", clientId);
    values.put("team", team);
    values.put("priority", priority == null ? null : priority.name());
    return values;
  }
}
