package dev.baton.staff.rota;

import dev.baton.staff.rota.Presence.Reason;
import java.util.List;

/** What of a person's rota counts for one team. */
record TeamShifts(List<WeeklyPattern> patterns, OneOffShifts oneOffs) {

  /**
   * @param isKept whether a rota is kept for the person at all
   */
  DutyStatus at(long at, boolean isKept) {
    int oneOff = oneOffs.at(at);
    if (oneOff >= 0) {
      return oneOffs.isExtra(oneOff)
          ? DutyStatus.of(Reason.EXTRA_SHIFT, oneOffs.to(oneOff))
          : DutyStatus.takenOff(oneOffs.to(oneOff));
    }
    return (isKept ? byPattern(at) : DutyStatus.of(Reason.NO_ROTA, WeeklyPattern.OPEN))
        .noLongerThan(oneOffs.beginAfter(at));
  }

  boolean isOnDuty(long at, boolean isKept) {
    int oneOff = oneOffs.at(at);
    if (oneOff >= 0) {
      return oneOffs.isExtra(oneOff);
    }
    if (!isKept) {
      return true;
    }
    for (WeeklyPattern pattern : patterns) {
      if (pattern.endAt(at) != WeeklyPattern.NEVER) {
        return true;
      }
    }
    return false;
  }

  private DutyStatus byPattern(long at) {
    long end = WeeklyPattern.NEVER;
    long next = WeeklyPattern.OPEN;
    for (WeeklyPattern pattern : patterns) {
      end = Math.max(end, pattern.endAt(at));
    }
    if (end != WeeklyPattern.NEVER) {
      return DutyStatus.of(Reason.ON_SHIFT, end);
    }
    for (WeeklyPattern pattern : patterns) {
      next = Math.min(next, pattern.beginAfter(at));
    }
    return DutyStatus.of(Reason.OFF_SHIFT, next);
  }
}
