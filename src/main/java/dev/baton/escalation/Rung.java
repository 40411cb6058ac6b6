package dev.baton.escalation;

import dev.baton.staff.Role;
import dev.baton.staff.rota.Post;
import java.time.Duration;
import java.util.List;

/**
 * A rung as escalation-ladder.dmn gives it.
 *
 * @param number from 1 upwards; a ladder may leave some out
 * @param ofTeam whether the role is wanted in the incident's team, or anywhere
 * @param toAcknowledge working time of the calendar until the next rung is told
 * @param toDecide working time of the calendar after the acknowledgement
 * @param calendar name of a published calendar; null for around the clock
 * @param reach how the person wants to be told, such as {@code TASK, MAIL, PHONE}; may be null
 */
public record Rung(
    int number,
    Role role,
    boolean ofTeam,
    Duration toAcknowledge,
    Duration toDecide,
    String calendar,
    String reach) {

  /** The lowest of the ladder from that number on; above the top, the top. */
  static Rung atOrAbove(List<Rung> ladder, int number) {
    return ladder.stream()
        .filter(rung -> rung.number() >= number)
        .findFirst()
        .orElse(ladder.get(ladder.size() - 1));
  }

  /** The position to notify for an incident of the team. */
  Post post(String team) {
    return new Post(ofTeam ? team : null, role);
  }
}
