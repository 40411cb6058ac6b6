package dev.baton.escalation.coverage;

import dev.baton.escalation.coverage.CoverageGap.Matter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is new, changed and mended since the check before. Time has passed since then: a gap that
 * goes on keeps its beginning, and one that reaches further keeps when it was found.
 */
final class CoverageChanges {

  /** A gap as it is stored. */
  record Stored(long id, CoverageGap gap) {}

  private final List<CoverageGap> added = new ArrayList<>();
  private final List<Stored> changed = new ArrayList<>();
  private final List<Stored> mended = new ArrayList<>();

  private CoverageChanges() {}

  static CoverageChanges between(List<Stored> before, List<CoverageGap> found, Instant now) {
    CoverageChanges changes = new CoverageChanges();
    Map<Matter, List<Stored>> known =
        before.stream().collect(Collectors.groupingBy(stored -> stored.gap().matter()));
    Map<Matter, List<CoverageGap>> seen =
        found.stream().collect(Collectors.groupingBy(CoverageGap::matter));
    Set<Matter> matters = new HashSet<>(known.keySet());
    matters.addAll(seen.keySet());
    for (Matter matter : matters) {
      changes.compare(
          known.getOrDefault(matter, List.of()), seen.getOrDefault(matter, List.of()), now);
    }
    return changes;
  }

  private void compare(List<Stored> before, List<CoverageGap> found, Instant now) {
    Deque<Stored> left = new ArrayDeque<>(inOrder(before));
    Stored last = null;
    for (CoverageGap gap : found) {
      while (!left.isEmpty() && !gap.overlaps(left.peek().gap()) && isBefore(left.peek(), gap)) {
        mended.add(left.poll());
      }
      if (!left.isEmpty() && gap.overlaps(left.peek().gap())) {
        last = left.poll();
        goesOn(last, gap, now);
      } else if (last != null && gap.overlaps(last.gap())) {
        added.add(gap.within(gap.from(), gap.to(), last.gap().foundAt())); // mended in the middle
      } else {
        added.add(gap);
      }
    }
    mended.addAll(left);
  }

  private void goesOn(Stored stored, CoverageGap gap, Instant now) {
    CoverageGap was = stored.gap();
    boolean began = gap.from() != null && !gap.from().isAfter(now) && was.from().isBefore(now);
    CoverageGap is = gap.within(began ? was.from() : gap.from(), gap.to(), was.foundAt());
    if (!is.equals(was)) {
      changed.add(new Stored(stored.id(), is));
    }
  }

  private static boolean isBefore(Stored stored, CoverageGap gap) {
    return stored.gap().from().isBefore(gap.from());
  }

  private static List<Stored> inOrder(List<Stored> stored) {
    return stored.stream()
        .sorted(
            Comparator.comparing(
                one -> one.gap().from(), Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  List<CoverageGap> added() {
    return added;
  }

  List<Stored> changed() {
    return changed;
  }

  List<Stored> mended() {
    return mended;
  }
}
