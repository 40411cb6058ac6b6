package dev.baton.staff.rota;

import dev.baton.staff.rota.Presence.Reason;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;

/** Whether somebody has a shift to give, or can take one, for the whole of its time. */
record ShiftSwap(Roster roster, ShiftTime shift) {

  void checkHas(String login, String team, String field) {
    RosterPerson person = roster.person(login).orElseThrow();
    for (long at = begin(); at < end(); ) {
      DutyStatus status = person.shift(team, at);
      if (status.reason() == Reason.NO_ROTA || !status.onDuty()) {
        throw refused("noShift", person, status, at, field);
      }
      at = status.until();
    }
  }

  void checkCanTake(String login, String field) {
    RosterPerson person = roster.person(login).orElseThrow();
    for (long at = begin(); at < end(); ) {
      DutyStatus status = person.at(null, at);
      if (status.reason() != Reason.OFF_SHIFT) {
        throw refused("cannotTake", person, status, at, field);
      }
      at = status.until();
    }
  }

  private long begin() {
    return shift.from().toEpochMilli();
  }

  private long end() {
    return shift.to().toEpochMilli();
  }

  private static InvalidInput refused(
      String why, RosterPerson person, DutyStatus status, long at, String field) {
    Enum<?> name = status.absence() == null ? status.reason() : status.absence().kind();
    return new InvalidInput(
        field,
        LocalizableText.of(
            "refused.rota." + why,
            person.name(),
            Instant.ofEpochMilli(at),
            LocalizableText.name("refused.rota.status", name)));
  }
}
