package dev.baton.staff.rota;

import dev.baton.calendar.CalendarSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Knows who is on duty and who deputises for whom. Answers from memory, exact to the last commit.
 */
public interface Duty {

  /** Returns the status of one person; {@code INACTIVE} for an unknown sign-in name. */
  Presence presence(String login, Instant at);

  /** Returns all active people of the post, those on duty first, then by name. */
  List<Presence> presences(Post post, Instant at);

  /**
   * Who answers for the post: of its people on duty the one with the least load, else the deputy of
   * one who is away or off duty, else the deputy of the post itself, else nobody.
   *
   * @param notThese sign-in names of people who must not be chosen
   * @param load what a person has on hand already; less is chosen first, then by name
   */
  Responder responder(
      Post post, Instant at, Collection<String> notThese, ToIntFunction<String> load);

  /** Returns the times when no one covers the post, including deputies; only spans with an end. */
  List<CalendarSpan> uncovered(Post post, Instant from, Instant to);
}
