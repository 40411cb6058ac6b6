package dev.baton.staff;

import dev.baton.staff.Presence.Reason;

/**
 * How somebody stands from an instant on.
 *
 * @param until up to then nothing changes; it may go on just the same. {@link Pattern#OPEN} for
 *     ever
 * @param absence of who is absent, else null
 */
record Standing(Reason reason, long until, Absence absence, boolean takenOff) {

  static Standing of(Reason reason, long until) {
    return new Standing(reason, until, null, false);
  }

  static Standing takenOff(long until) {
    return new Standing(Reason.OFF_SHIFT, until, null, true);
  }

  static Standing absent(Absence absence, long until) {
    return new Standing(Reason.ABSENT, until, absence, false);
  }

  boolean onDuty() {
    return switch (reason) {
      case ON_SHIFT, EXTRA_SHIFT, NO_ROTA -> true;
      case OFF_SHIFT, ABSENT, INACTIVE -> false;
    };
  }

  Standing noLongerThan(long limit) {
    return limit < until ? new Standing(reason, limit, absence, takenOff) : this;
  }

  /** On duty where one of both is. */
  Standing or(Standing other) {
    Standing better = other.onDuty() && !onDuty() ? other : this;
    return better.noLongerThan(Math.min(until, other.until));
  }
}
