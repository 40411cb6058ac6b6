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
 * One promise as it applies to one incident: a target, measured in a calendar, of a version of an
 * agreement.
 *
 * @param key where the terms are stored
 * @param agreement name and version of the agreement, as people know it
 * @param calendar the hours that count; for a target in calendar time every hour does
 * @param pausedBy the holds during which it does not run
 * @param atRisk percents of the target, ascending
 * @param afterBreach time past due, in the hours of the calendar, ascending
 */
public record Terms(
    Key key,
    String agreement,
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
   * @param promise of the version, counted from 0
   * @param updateMinutes for an update that no agreement promises but the communication plan: how
   *     often, in the hours of the promise named here; null for what the promise itself says
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
   * The time that may be used from this start. A target in working days, or to the end of one, is
   * the working time up to its end.
   */
  public Duration budget(Instant start) {
    TargetUnit unit = target.unit();
    if (unit == TargetUnit.WORKING_DAYS || unit == TargetUnit.END_OF_WORKING_DAY) {
      return calendar.between(start, target.dueFrom(start, calendar));
    }
    return duration(target);
  }

  /** A fixed amount of time, to the second, a half rounded up. */
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

  /** The points on the clock, in their order. */
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
