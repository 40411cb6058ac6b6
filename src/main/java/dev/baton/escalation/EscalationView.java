package dev.baton.escalation;

import dev.baton.incident.Priority;
import dev.baton.staff.Role;
import dev.baton.web.text.LocalizableText;
import java.time.Instant;
import java.util.List;

/**
 * An escalation as other modules see it; instants are UTC.
 *
 * @param trigger the newest of those that raised it
 * @param rung where it stands; 0 before the ladder was read
 * @param round 1, and one more each time that the top rung was told again
 * @param responder who was told last, or decides; null when nobody
 * @param dueAt until when an answer or a decision is awaited
 * @param ladder its rungs, lowest first; empty in lists
 * @param entries what was done, oldest first; empty in lists
 */
public record EscalationView(
    long id,
    String incident,
    EscalationState state,
    Trigger trigger,
    Priority priority,
    int rung,
    int round,
    String responder,
    Role role,
    Instant toldAt,
    Instant dueAt,
    String acknowledgedBy,
    Instant acknowledgedAt,
    Instant startedAt,
    Instant endedAt,
    List<LadderRung> ladder,
    List<Entry> entries) {

  /** A rung, and the trigger for which the ladder gave it. */
  public record LadderRung(Rung rung, Trigger trigger) {}

  /**
   * One line of its record.
   *
   * @param message what the text says, for readers of any language; null in older entries
   */
  public record Entry(
      Instant at,
      String kind,
      int rung,
      int round,
      String person,
      String standsInFor,
      Instant dueAt,
      String actor,
      String text,
      LocalizableText message) {}
}
