package dev.baton.staff.rota;

import dev.baton.staff.rota.Presence.Reason;

/**
 * How somebody stands from an instant on.
 *
 * @param until up to then nothing changes; it may go on just the same. {@link WeeklyPattern#OPEN}
 *     for ever
 * @param absence of who is absent, else null
 */
record DutyStatus(Reason reason, long until, Absence absence, boolean takenOff) {

  static DutyStatus of(Reason reason, long until) {
    return new DutyStatus(reason, until, null, false);
  }

  static DutyStatus takenOff(long until) {
    return new DutyStatus(Reason.OFF_SHIFT, until, null, true);
  }

  static DutyStatus absent(Absence absence, long until) {
    return new DutyStatus(Reason.ABSENT, until, absence, false);
  }

  boolean onDuty() {
    return switch (reason) {
      case ON_SHIFT, EXTRA_SHIFT, NO_ROTA -> true;
      case OFF_SHIFT, ABSENT, INACTIVE -> false;
    };
  }

  DutyStatus noLongerThan(long limit) {
    return limit < until ? new DutyStatus(reason, limit, absence, takenOff) : this;
  }

  /** On duty where one of both is. */
  DutyStatus or(DutyStatus other) {
    DutyStatus better = other.onDuty() && !onDuty() ? other : this;
    return better.noLongerThan(Math.min(until, other.until));
  }
}
