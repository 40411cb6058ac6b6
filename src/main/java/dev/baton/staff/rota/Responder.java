package dev.baton.staff.rota;

import java.time.Instant;
import java.util.List;

/**
 * Who answers for a post at an instant. Nobody: login, name and until are null, and {@code
 * passedOver} says why of each.
 *
 * @param standsInFor sign-in name of the person whose deputy this is; null for the post's own
 *     people, and for a deputy who was named for the post itself
 * @param because a sentence: "On shift until 18:00.", "Olga is on leave until 12 May; Ben stands in
 *     for her and is on shift until 18:00."
 */
public record Responder(
    String login,
    String name,
    String standsInFor,
    Instant until,
    String because,
    List<Presence> passedOver) {

  public Responder {
    passedOver = List.copyOf(passedOver);
  }

  public boolean isThere() {
    return login != null;
  }
}
