package dev.baton.staff.rota;

import dev.baton.staff.rota.Presence.Reason;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;

/** Whether one can take over from another at a time. */
record ShiftSwap(Roster roster, String team, Instant from, Instant to) {

  void check(String giver, String taker) {
    if (giver.equals(taker)) {
      throw new InvalidInput("toLogin", "must differ from fromLogin");
    }
    RosterPerson gives = roster.person(giver).orElseThrow();
    RosterPerson takes = roster.person(taker).orElseThrow();
    if (!takes.active()) {
      throw new InvalidInput("toLogin", takes.name() + " is no longer active");
    }
    for (long at = from.toEpochMilli(); at < to.toEpochMilli(); ) {
      Instant then = Instant.ofEpochMilli(at);
      DutyStatus given = gives.shift(team, at);
      if (given.reason() == Reason.NO_ROTA || !given.onDuty()) {
        throw new InvalidInput(
            "fromLogin",
            "%s has no shift at that time: %s".formatted(gives.name(), words(given, then, gives)));
      }
      DutyStatus taken = takes.at(null, at);
      if (taken.reason() != Reason.OFF_SHIFT) {
        throw new InvalidInput(
            "toLogin",
            "%s cannot take the shift: %s".formatted(takes.name(), words(taken, then, takes)));
      }
      at = Math.min(given.until(), taken.until());
    }
  }

  private static String words(DutyStatus standing, Instant at, RosterPerson person) {
    Instant until =
        standing.until() == WeeklyPattern.OPEN ? null : Instant.ofEpochMilli(standing.until());
    return "at %s %s".formatted(at, DutyDescription.because(standing, at, until, person.zone()));
  }
}
