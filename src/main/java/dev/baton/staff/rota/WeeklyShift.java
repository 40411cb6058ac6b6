package dev.baton.staff.rota;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * A shift that comes back every week, or every so many weeks. An end that is not after the start
 * lies on the next day; the days are those on which it begins.
 *
 * @param id 0 for one that is not kept yet
 * @param team code of the team it counts for, or null for all of the agent's
 * @param zone whose wall clock is meant; null when entered: the agent's
 * @param validTo the last day on which it begins, or null
 * @param everyWeeks 1 to 8, counted from the week (Monday to Sunday) of {@code validFrom}
 */
public record WeeklyShift(
    long id,
    String login,
    String team,
    Set<DayOfWeek> days,
    TimeOfDay start,
    TimeOfDay end,
    ZoneId zone,
    LocalDate validFrom,
    LocalDate validTo,
    int everyWeeks) {

  /** The longest rhythm. */
  public static final int MOST_WEEKS = 8;

  public WeeklyShift {
    days = Set.copyOf(days);
  }

  WeeklyShift in(ZoneId itsZone) {
    return new WeeklyShift(
        id, login, team, days, start, end, itsZone, validFrom, validTo, everyWeeks);
  }
}
