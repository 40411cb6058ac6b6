package dev.baton.staff;

import dev.baton.staff.Presence.Reason;
import java.time.Instant;

/** Whether one can take over from another at a time. */
record Swap(Roster roster, String team, Instant from, Instant to) {

  void check(String giver, String taker) {
    if (giver.equals(taker)) {
      throw new RotaRefused("toLogin", "must be somebody else than fromLogin");
    }
    Person gives = roster.person(giver).orElseThrow();
    Person takes = roster.person(taker).orElseThrow();
    if (!takes.active()) {
      throw new RotaRefused("toLogin", takes.name() + " is no longer active");
    }
    for (long at = from.toEpochMilli(); at < to.toEpochMilli(); ) {
      Instant then = Instant.ofEpochMilli(at);
      Standing given = gives.shift(team, at);
      if (given.reason() == Reason.NO_ROTA || !given.onDuty()) {
        throw new RotaRefused(
            "fromLogin",
            "%s has no shift there: %s".formatted(gives.name(), words(given, then, gives)));
      }
      Standing taken = takes.at(null, at);
      if (taken.reason() != Reason.OFF_SHIFT) {
        throw new RotaRefused(
            "toLogin",
            "%s cannot take it over: %s".formatted(takes.name(), words(taken, then, takes)));
      }
      at = Math.min(given.until(), taken.until());
    }
  }

  private static String words(Standing standing, Instant at, Person person) {
    Instant until =
        standing.until() == Pattern.OPEN ? null : Instant.ofEpochMilli(standing.until());
    return "at %s %s".formatted(at, DutyWords.because(standing, at, until, person.zone()));
  }
}
