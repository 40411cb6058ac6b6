package dev.baton.escalation;

import dev.baton.incident.Level;
import java.util.HashMap;
import java.util.Map;

/**
 * A decision and what it needs.
 *
 * @param team code, of a reassignment; may be null when a person is given
 * @param person sign-in name, of a reassignment or of who is brought in
 * @param note why; for TELL_CLIENT the words to the client
 * @param more whether the same person goes on deciding afterwards
 */
public record DecisionInput(
    Decision decision,
    String team,
    String person,
    Level impact,
    Level urgency,
    String note,
    boolean more) {

  Map<String, Object> asFormInput() {
    Map<String, Object> input = new HashMap<>();
    input.put("decision", decision.name());
    input.put("toTeam", team);
    input.put("toAssignee", person);
    input.put("newImpact", impact == null ? null : impact.name());
    input.put("newUrgency", urgency == null ? null : urgency.name());
    input.put("note", note);
    input.put("moreToDecide", more);
    return input;
  }
}
