package dev.baton.incident.search;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * Which contacts to list; null means any.
 *
 * @param text words, a name, an address, a phone number in any spelling, or an incident's number
 * @param hasIncident whether they belong to an incident
 */
public record ContactFilter(
    String text,
    Channel channel,
    Direction direction,
    ContactKind kind,
    Long clientId,
    Boolean hasIncident) {

  /** All but the text, about the contact {@code c}. */
  SqlConditions conditions() {
    SqlConditions sql = new SqlConditions(new ArrayList<>(), new ArrayList<>());
    sql.equal("c.channel", channel);
    sql.equal("c.direction", direction);
    sql.equal("c.kind", kind);
    if (clientId != null) {
      sql.add("c.client_id = ?", clientId);
    }
    if (hasIncident != null) {
      sql.conditions.add("c.incident_id is " + (hasIncident ? "not null" : "null"));
    }
    return sql;
  }

  /** Conditions that all have to hold, and the values of their placeholders. */
  record SqlConditions(List<String> conditions, List<Object> values) {

    private void equal(String column, Enum<?> value) {
      if (value != null) {
        add(column + " = ?", value.name());
      }
    }

    SqlConditions add(String condition, Object value) {
      conditions.add(condition);
      values.add(value);
      return this;
    }

    String where() {
      return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
  }
}
