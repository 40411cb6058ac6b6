package dev.baton.staff;

import dev.baton.staff.Presence.Reason;
import java.util.List;

/** What of a person's rota counts for one team. */
record Shifts(List<Pattern> patterns, OneOffs oneOffs) {

  /**
   * @param isKept whether a rota is kept for the person at all
   */
  Standing at(long at, boolean isKept) {
    int oneOff = oneOffs.at(at);
    if (oneOff >= 0) {
      return oneOffs.isExtra(oneOff)
          ? Standing.of(Reason.EXTRA_SHIFT, oneOffs.to(oneOff))
          : Standing.takenOff(oneOffs.to(oneOff));
    }
    return (isKept ? byPattern(at) : Standing.of(Reason.NO_ROTA, Pattern.OPEN))
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
    for (Pattern pattern : patterns) {
      if (pattern.endAt(at) != Pattern.NEVER) {
        return true;
      }
    }
    return false;
  }

  private Standing byPattern(long at) {
    long end = Pattern.NEVER;
    long next = Pattern.OPEN;
    for (Pattern pattern : patterns) {
      end = Math.max(end, pattern.endAt(at));
    }
    if (end != Pattern.NEVER) {
      return Standing.of(Reason.ON_SHIFT, end);
    }
    for (Pattern pattern : patterns) {
      next = Math.min(next, pattern.beginAfter(at));
    }
    return Standing.of(Reason.OFF_SHIFT, next);
  }
}
