package dev.baton.escalation;

import dev.baton.incident.IncidentView;
import java.util.HashMap;
import java.util.Map;

/** The variables of an escalation flow: hints for its decision and for people in Cockpit. */
final class EscalationFlow {

  private static final int SHOWN = 120;

  private EscalationFlow() {}

  static Map<String, Object> of(Escalation escalation, IncidentView incident, String detail) {
    Map<String, Object> hints = new HashMap<>();
    hints.put("incidentNumber", incident.number());
    hints.put("escalationId", escalation.id());
    hints.put("trigger", escalation.cause().name());
    hints.put("milestone", detail);
    hints.put("priority", incident.priority() == null ? null : incident.priority().name());
    hints.put("client", incident.client());
    hints.put("subject", shortened(incident.subject()));
    return hints;
  }

  /** For a trigger during an open escalation. */
  static Map<String, Object> further(Escalation escalation, String detail) {
    Map<String, Object> hints = new HashMap<>();
    hints.put("newTrigger", escalation.cause().name());
    hints.put("newMilestone", detail);
    return hints;
  }

  private static String shortened(String subject) {
    return subject == null || subject.codePointCount(0, subject.length()) <= SHOWN
        ? subject
        : subject.substring(0, subject.offsetByCodePoints(0, SHOWN - 1)) + "…";
  }
}
