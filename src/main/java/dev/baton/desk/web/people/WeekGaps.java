package dev.baton.desk.web.people;

import dev.baton.escalation.coverage.Coverage;
import dev.baton.escalation.coverage.CoverageGap;
import dev.baton.escalation.coverage.CoverageGap.CoverageGapKind;
import dev.baton.escalation.coverage.CoverageScope;
import dev.baton.staff.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The posts of a team that nobody covers in a week, as far as it is ahead. */
@Component
class WeekGaps {

  private final Coverage coverage;
  private final Clock clock;

  WeekGaps(Coverage coverage, Clock clock) {
    this.coverage = coverage;
    this.clock = clock;
  }

  /**
   * A post without anybody.
   *
   * @param role null for anybody of the team
   * @param from null, as is {@code to}, where nobody was ever given the post
   */
  record PostGap(Role role, Instant from, Instant to) {}

  /**
   * @param gaps the soonest first; of one role, none touches the next
   * @param calendars names of calendars that are not published, which count as always open
   */
  record Gaps(List<PostGap> gaps, List<String> calendars) {}

  Gaps of(String team, Instant from, Instant to) {
    Instant now = clock.instant();
    if (!to.isAfter(now)) {
      return new Gaps(List.of(), List.of());
    }
    CoverageScope place = CoverageScope.of(DutyFilter.code(team));
    List<CoverageGap> found = coverage.between(place, from.isBefore(now) ? now : from, to);
    return new Gaps(
        merged(found),
        found.stream()
            .filter(gap -> gap.kind() == CoverageGapKind.UNKNOWN_CALENDAR)
            .map(CoverageGap::calendar)
            .distinct()
            .toList());
  }

  /** Rungs with different hours want the same role: what overlaps becomes one. */
  private static List<PostGap> merged(List<CoverageGap> found) {
    List<PostGap> merged = new ArrayList<>();
    for (CoverageGap gap : found) {
      if (gap.kind() == CoverageGapKind.NOBODY) {
        merged.add(new PostGap(gap.role(), null, null));
      } else if (gap.kind() == CoverageGapKind.OFF_DUTY) {
        add(merged, gap);
      }
    }
    merged.sort(
        Comparator.comparing(
            PostGap::from, Comparator.nullsFirst(Comparator.<Instant>naturalOrder())));
    return List.copyOf(merged);
  }

  private static void add(List<PostGap> merged, CoverageGap gap) {
    for (int i = 0; i < merged.size(); i++) {
      PostGap known = merged.get(i);
      if (known.role() == gap.role() && known.from() != null && !gap.from().isAfter(known.to())) {
        Instant to = gap.to().isAfter(known.to()) ? gap.to() : known.to();
        merged.set(i, new PostGap(known.role(), known.from(), to));
        return;
      }
    }
    merged.add(new PostGap(gap.role(), gap.from(), gap.to()));
  }
}
