package dev.baton.incident;

import dev.baton.staff.Deputy;
import dev.baton.staff.Duty;
import dev.baton.staff.Presence;
import dev.baton.staff.Role;
import dev.baton.staff.Rota;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who stands in for a person at the work on incidents, and is on duty. */
@Component
class StandIns {

  private static final Set<Role> AT_WORK = EnumSet.of(Role.AGENT, Role.SENIOR_AGENT);

  private final Rota rota;
  private final Duty duty;

  StandIns(Rota rota, Duty duty) {
    this.rota = rota;
    this.duty = duty;
  }

  /** The deputy on duty; where none is, a deputy of the deputies. */
  Optional<Presence> of(String login, Instant at) {
    Set<String> asked = new HashSet<>(Set.of(login));
    List<String> away = List.of(login);
    while (!away.isEmpty()) {
      List<Presence> deputies =
          away.stream()
              .flatMap(each -> rota.deputies(each).stream())
              .filter(named -> standsIn(named, at))
              .map(Deputy::deputy)
              .filter(asked::add)
              .map(each -> duty.presence(each, at))
              .toList();
      Optional<Presence> there = deputies.stream().filter(Presence::onDuty).findFirst();
      if (there.isPresent()) {
        return there;
      }
      away = deputies.stream().map(Presence::login).toList();
    }
    return Optional.empty();
  }

  private static boolean standsIn(Deputy named, Instant at) {
    return (named.role() == null || AT_WORK.contains(named.role()))
        && !named.from().isAfter(at)
        && (named.until() == null || at.isBefore(named.until()));
  }
}
