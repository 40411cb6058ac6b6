package dev.baton.sla.agreement;

import dev.baton.calendar.Target;
import dev.baton.calendar.TargetUnit;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.incident.HoldReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One promise as it applies to one incident: the target of a version of an agreement, measured in a
 * version of a calendar.
 *
 * @param key identifies the stored terms
 * @param agreement name and version of the agreement
 * @param calendar the hours that count; for a target in calendar time, every hour does
 * @param pausedBy the holds during which the clock does not run
 * @param atRisk percentages of the target, ascending
 * @param afterBreach times after the deadline, in the hours of the calendar, ascending
 */
public record Terms(
    Key key,
    AgreementLabel agreement,
    AgreementKind agreementKind,
    ObligationKind obligation,
    Target target,
    WorkingCalendar calendar,
    ClockStart starts,
    ClockStop stops,
    Set<HoldReason> pausedBy,
    List<Integer> atRisk,
    List<Duration> afterBreach) {

  /**
   * @param promise its number within the version, from 0
   * @param updateMinutes the interval of updates promised by the communication plan rather than by
   *     the agreement, in the hours of the promise given here; null for the promise itself
   */
  public record Key(
      long agreementVersion, int promise, long calendarVersion, Integer updateMinutes) {

    public Key(long agreementVersion, int promise, long calendarVersion) {
      this(agreementVersion, promise, calendarVersion, null);
    }

    Key withUpdatesEvery(int minutes) {
      return new Key(agreementVersion, promise, calendarVersion, minutes);
    }
  }

  public Terms {
    pausedBy = Set.copyOf(pausedBy);
    atRisk = List.copyOf(atRisk);
    afterBreach = List.copyOf(afterBreach);
    if (target.countsCalendarTime()) {
      calendar = WorkingCalendar.alwaysOpen();
    }
  }

  /**
   * The time available from this start. For a target in working days, or until the end of one, it
   * is the working time up to that deadline.
   */
  public Duration budget(Instant start) {
    TargetUnit unit = target.unit();
    if (unit == TargetUnit.WORKING_DAYS || unit == TargetUnit.END_OF_WORKING_DAY) {
      return calendar.between(start, target.dueFrom(start, calendar));
    }
    return duration(target);
  }

  /** A fixed amount of time, rounded half up to the second. */
  static Duration duration(Target target) {
    long unit =
        switch (target.unit()) {
          case WORKING_MINUTES, MINUTES -> 60;
          case WORKING_HOURS, HOURS -> 3_600;
          case DAYS -> 86_400;
          case WORKING_DAYS, END_OF_WORKING_DAY ->
              throw new IllegalArgumentException(target + " depends on where it starts.");
        };
    return Duration.ofSeconds(
        target
            .value()
            .multiply(BigDecimal.valueOf(unit))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  /** The milestones, in order. */
  public List<Milestone> milestones(Duration budget) {
    List<Milestone> all = new ArrayList<>();
    atRisk.forEach(percent -> all.add(Milestone.atRisk(percent, budget)));
    all.add(Milestone.breach(budget));
    for (int rung = 1; rung <= afterBreach.size(); rung++) {
      all.add(Milestone.afterBreach(rung, budget, afterBreach.get(rung - 1)));
    }
    return all;
  }
}
