package dev.baton.escalation.coverage;

import static java.util.stream.Collectors.groupingBy;

import dev.baton.engine.Flows;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks fourteen days ahead for time in which nobody would answer, and keeps what it finds. Whoever
 * leads is asked to close the gaps, one task for a team; it goes when they are mended.
 */
@Service
@Transactional
public class CoverageCheck {

  static final Duration AHEAD = Duration.ofDays(14);

  private static final String MENDED = "coverageMended";

  private final CoverageCalculator sweep;
  private final CoverageRepository record;
  private final StaffDirectory staff;
  private final Flows flows;
  private final TransactionTemplate apart;
  private final Clock clock;

  CoverageCheck(
      CoverageCalculator sweep,
      CoverageRepository record,
      StaffDirectory staff,
      Flows flows,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.sweep = sweep;
    this.record = record;
    this.staff = staff;
    this.flows = flows;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /** Checks the place now. */
  public void check(CoverageScope place) {
    check(place, null);
  }

  /**
   * Checks the place for the instance that asks somebody to close its gaps, and goes on by itself;
   * returns whether nothing there asks for mending any more.
   */
  public boolean checkAgain(CoverageScope place, String flowInstance) {
    return check(place, flowInstance);
  }

  private boolean check(CoverageScope place, String asking) {
    // What changes from here on asks for another check, and need not wait for the end of this one.
    apart.executeWithoutResult(begun -> record.takeUp(place));
    record.takeTurns();
    Instant now = clock.instant();
    CoverageCalculator.Looking looking = sweep.between(now, now.plus(AHEAD));
    return place.equals(CoverageScope.ALL)
        ? checkAll(looking, now)
        : checkOne(looking, place, asking, now);
  }

  private boolean checkAll(CoverageCalculator.Looking looking, Instant now) {
    List<TeamView> teams = staff.teams();
    List<CoverageGap> found = new ArrayList<>(looking.ofDesk());
    teams.forEach(team -> found.addAll(looking.ofTeam(team)));
    record.keep(CoverageChanges.between(record.open(now), found, now), now);
    record.checked(now);
    Map<CoverageScope, List<CoverageGap>> byPlace =
        found.stream().collect(groupingBy(gap -> CoverageScope.of(gap.team())));
    boolean isMended =
        follow(CoverageScope.DESK, byPlace.getOrDefault(CoverageScope.DESK, List.of()), null);
    for (TeamView team : teams) {
      CoverageScope place = CoverageScope.of(team.code());
      isMended &= follow(place, byPlace.getOrDefault(place, List.of()), null);
    }
    return isMended;
  }

  private boolean checkOne(
      CoverageCalculator.Looking looking, CoverageScope place, String asking, Instant now) {
    List<CoverageGap> found =
        place.team().isEmpty()
            ? looking.ofDesk()
            : place.team().flatMap(staff::team).map(looking::ofTeam).orElse(List.of());
    record.keep(CoverageChanges.between(record.open(place, now), found, now), now);
    return follow(place, found, asking);
  }

  /** Asks somebody to close the gaps of the place, or nobody any more. */
  private boolean follow(CoverageScope place, List<CoverageGap> gaps, String asking) {
    boolean isMended = gaps.stream().noneMatch(CoverageGap::asksForMending);
    Optional<String> task = record.taskOf(place);
    if (isMended) {
      task.ifPresent(flowInstance -> takeBack(flowInstance, flowInstance.equals(asking)));
    } else if (task.isEmpty()) {
      record.addTask(
          place, flows.start("coverageGapFound", place.name(), Map.of("place", place.key())));
    }
    return isMended;
  }

  private void takeBack(String flowInstance, boolean goesOnByItself) {
    record.removeTask(flowInstance);
    if (!goesOnByItself && flows.listensTo(flowInstance, MENDED)) {
      flows.tell(flowInstance, MENDED, Map.of());
    }
  }
}
