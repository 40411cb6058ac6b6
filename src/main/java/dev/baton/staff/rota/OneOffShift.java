package dev.baton.staff.rota;

import java.time.Instant;

/**
 * Once on top of the weekly shifts, or once not. Of two for the same time, the one entered last
 * counts.
 *
 * @param id 0 for one that is not kept yet
 * @param team code of the team it counts for, or null for all of the agent's
 * @param source name of the import it came with, or null
 */
public record OneOffShift(
    long id,
    String login,
    String team,
    Instant from,
    Instant to,
    OneOffShiftKind kind,
    String source) {

  OneOffShift of(String itsSource) {
    return new OneOffShift(id, login, team, from, to, kind, itsSource);
  }

  /** Works then, or does not. */
  public enum OneOffShiftKind {
    EXTRA,
    OFF
  }
}
