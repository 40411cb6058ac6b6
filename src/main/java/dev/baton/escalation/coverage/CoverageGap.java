package dev.baton.escalation.coverage;

import dev.baton.staff.Role;
import java.time.Instant;

/**
 * A hole in the ladder or in a team's hours.
 *
 * @param team its code; null for the desk: a rung of no team, or a calendar of the ladder
 * @param role null for anybody of the team
 * @param calendar the hours in which somebody is wanted; null for around the clock
 * @param from null, as is {@code to}, where it is no stretch of time but always
 * @param words the same in a sentence, without its time
 */
public record CoverageGap(
    CoverageGapKind kind,
    String team,
    Role role,
    String calendar,
    Instant from,
    Instant to,
    String words,
    Instant foundAt) {

  /** The kind of gap. */
  public enum CoverageGapKind {
    /** There are people, but none of them is on duty. */
    OFF_DUTY,
    /** Nobody was ever given the post. */
    NOBODY,
    /** The hours are those of a calendar that is not published: they count around the clock. */
    UNKNOWN_CALENDAR,
    /** A named deputy may not answer escalations. */
    INELIGIBLE_DEPUTY
  }

  /**
   * Identifies the same gap across different checks.
   *
   * @param deputy the sentence about an ineligible deputy; null for a gap of another kind
   */
  record Matter(CoverageGapKind kind, String team, Role role, String calendar, String deputy) {}

  Matter matter() {
    return new Matter(
        kind, team, role, calendar, kind == CoverageGapKind.INELIGIBLE_DEPUTY ? words : null);
  }

  /**
   * Whether somebody is asked to mend it. That a team has nobody with some role is listed and no
   * more: the next rung answers for it, and the team may be meant to be like that.
   */
  public boolean asksForMending() {
    return kind != CoverageGapKind.NOBODY || team == null || role == null;
  }

  boolean overlaps(CoverageGap other) {
    return from == null || (from.isBefore(other.to) && other.from.isBefore(to));
  }

  CoverageGap within(Instant newFrom, Instant newTo, Instant since) {
    return new CoverageGap(kind, team, role, calendar, newFrom, newTo, words, since);
  }
}
