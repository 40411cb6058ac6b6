package dev.baton.escalation.coverage;

import static java.util.stream.Collectors.toCollection;

import dev.baton.engine.FlowCancelled;
import dev.baton.engine.Flows;
import dev.baton.staff.RotaChanged;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.Rota;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the teams checked again whose rota changes, a minute later, so that whoever enters it does
 * not wait and many changes make one check. Nothing is followed before all was checked once.
 */
@Component
class CoverageRecheck {

  private static final Duration TO_SETTLE = Duration.ofMinutes(1);

  /** Of more people at once, as by an import, all is checked. */
  private static final int MANY = 50;

  private final CoverageRepository record;
  private final StaffDirectory staff;
  private final Rota rota;
  private final Flows flows;
  private final Clock clock;

  CoverageRecheck(
      CoverageRepository record, StaffDirectory staff, Rota rota, Flows flows, Clock clock) {
    this.record = record;
    this.staff = staff;
    this.rota = rota;
    this.flows = flows;
    this.clock = clock;
  }

  @EventListener
  void on(RotaChanged change) {
    if (record.checkedAt().isPresent()) {
      concerned(change.logins()).forEach(place -> checkSoon(new CoverageScope(place)));
    }
  }

  /** In one order, so that two who change the rota do not wait for each other. */
  private Set<String> concerned(Set<String> logins) {
    if (logins.isEmpty() || logins.size() > MANY) {
      return Set.of(CoverageScope.ALL.key());
    }
    return Stream.concat(
            Stream.of(CoverageScope.DESK.key()),
            Stream.concat(logins.stream(), stoodInForBy(logins))
                .flatMap(login -> staff.agent(login).stream())
                .flatMap(agent -> agent.teams().stream()))
        .collect(toCollection(TreeSet::new));
  }

  /** Whose deputies they are: there, too, somebody answers or does not. */
  private Stream<String> stoodInForBy(Set<String> logins) {
    return rota.deputies().stream()
        .filter(named -> logins.contains(named.deputy()))
        .map(Deputy::login);
  }

  private void checkSoon(CoverageScope place) {
    if (record.askFor(place)) {
      Date soon = Date.from(clock.instant().plus(TO_SETTLE));
      flows.start("rotaChanged", place.key(), Map.of("place", place.key(), "dueAt", soon));
    }
  }

  @EventListener
  void on(FlowCancelled cancelled) {
    switch (cancelled.processKey()) {
      case "coverage-gap" -> record.removeTask(cancelled.instanceId());
      case "coverage-check" -> {
        if (cancelled.businessKey() != null) {
          record.takeUp(new CoverageScope(cancelled.businessKey()));
        }
      }
      default -> {
        // none of the coverage
      }
    }
  }
}
