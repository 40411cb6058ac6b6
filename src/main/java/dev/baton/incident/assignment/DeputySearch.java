package dev.baton.incident.assignment;

import static java.util.stream.Collectors.groupingBy;

import dev.baton.staff.Role;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Presence;
import dev.baton.staff.rota.Rota;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds the deputy on duty who takes over the incidents of an absent agent. */
@Component
class DeputySearch {

  private static final Set<Role> AT_WORK = EnumSet.of(Role.AGENT, Role.SENIOR_AGENT);

  private final Rota rota;
  private final Duty duty;

  DeputySearch(Rota rota, Duty duty) {
    this.rota = rota;
    this.duty = duty;
  }

  Optional<Presence> of(String login, Instant at) {
    return at(at, each -> duty.presence(each, at)).apply(login);
  }

  /**
   * Finds the deputy on duty by sign-in name; where none is, a deputy of the deputies.
   *
   * @param presences how somebody stands then
   */
  Function<String, Optional<Presence>> at(Instant at, Function<String, Presence> presences) {
    Map<String, List<Deputy>> named =
        rota.deputies().stream()
            .filter(deputy -> standsIn(deputy, at))
            .collect(groupingBy(Deputy::login));
    return login -> find(named, login, presences);
  }

  private static Optional<Presence> find(
      Map<String, List<Deputy>> named, String login, Function<String, Presence> presences) {
    Set<String> asked = new HashSet<>(Set.of(login));
    List<String> away = List.of(login);
    while (!away.isEmpty()) {
      List<Presence> deputies =
          away.stream()
              .flatMap(each -> named.getOrDefault(each, List.of()).stream())
              .map(Deputy::deputy)
              .filter(asked::add)
              .map(presences)
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
