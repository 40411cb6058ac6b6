package dev.baton.escalation.coverage;

import dev.baton.escalation.coverage.CoverageChanges.Stored;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what the checks of the coverage found, and what of it is not mended yet. */
@Service
@Transactional(readOnly = true)
public class Coverage {

  private static final Comparator<CoverageGap> SOONEST =
      Comparator.comparing(
              CoverageGap::from, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(CoverageGap::words);

  private final CoverageRepository record;
  private final CoverageCalculator calculator;
  private final StaffDirectory staff;
  private final Clock clock;

  Coverage(
      CoverageRepository record, CoverageCalculator calculator, StaffDirectory staff, Clock clock) {
    this.record = record;
    this.calculator = calculator;
    this.staff = staff;
    this.clock = clock;
  }

  /** All gaps that are ahead, the soonest first. */
  public CoverageView now() {
    Instant now = clock.instant();
    return view(record.open(now), now);
  }

  /** Those of one team, or of the desk alone. */
  public CoverageView of(CoverageScope place) {
    Instant now = clock.instant();
    return view(record.open(place, now), now);
  }

  /**
   * The posts of one team, or of the desk alone, that nobody covers, as the rota is now: also
   * beyond the days that the last check looked at. The soonest first.
   */
  public List<CoverageGap> between(CoverageScope place, Instant from, Instant to) {
    CoverageCalculator.Looking looking = calculator.between(from, to);
    List<CoverageGap> found =
        place.team().isEmpty()
            ? looking.postsOfDesk()
            : place.team().flatMap(staff::team).map(looking::postsOfTeam).orElse(List.of());
    return found.stream().sorted(SOONEST).toList();
  }

  private CoverageView view(List<Stored> open, Instant now) {
    return new CoverageView(
        record.checkedAt().orElse(null),
        now,
        open.stream().map(Stored::gap).sorted(SOONEST).toList());
  }
}
