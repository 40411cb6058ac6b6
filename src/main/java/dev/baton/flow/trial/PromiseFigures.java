package dev.baton.flow.trial;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Verdict;
import dev.baton.sla.agreement.ObligationKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The promises of one kind in both releases, judged incident by incident: fewer broken promises are
 * no gain where nothing is promised any more.
 *
 * @param live incidents by how their promise ended
 * @param changes incidents whose promise ends otherwise, by both ends
 */
record PromiseFigures(
    ObligationKind kind,
    Map<Verdict, Integer> live,
    Map<Verdict, Integer> proposed,
    List<VerdictChange> changes) {

  /** So many incidents ended in one way and now end in another. */
  record VerdictChange(Verdict from, Verdict to, int incidents) {}

  /** Of each kind that is promised to any of the incidents, in either release. */
  static List<PromiseFigures> of(Collection<IncidentPair> pairs) {
    List<PromiseFigures> figures = new ArrayList<>();
    for (ObligationKind kind : ObligationKind.values()) {
      PromiseFigures one = of(kind, pairs);
      if (one.isPromised()) {
        figures.add(one);
      }
    }
    return figures;
  }

  private static PromiseFigures of(ObligationKind kind, Collection<IncidentPair> pairs) {
    Map<Verdict, Integer> live = new EnumMap<>(Verdict.class);
    Map<Verdict, Integer> proposed = new EnumMap<>(Verdict.class);
    Map<Verdict, Map<Verdict, Integer>> changes = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      live.put(verdict, 0);
      proposed.put(verdict, 0);
    }
    for (IncidentPair pair : pairs) {
      Verdict before = pair.live().verdict(kind);
      Verdict after = pair.proposed().verdict(kind);
      live.merge(before, 1, Integer::sum);
      proposed.merge(after, 1, Integer::sum);
      if (before != after) {
        changes
            .computeIfAbsent(before, from -> new EnumMap<>(Verdict.class))
            .merge(after, 1, Integer::sum);
      }
    }
    List<VerdictChange> all = new ArrayList<>();
    changes.forEach(
        (from, to) -> to.forEach((after, count) -> all.add(new VerdictChange(from, after, count))));
    all.sort(Comparator.comparingInt(VerdictChange::incidents).reversed());
    return new PromiseFigures(kind, live, proposed, all);
  }

  private boolean isPromised() {
    int all = live.values().stream().mapToInt(Integer::intValue).sum();
    return live.get(Verdict.NOT_PROMISED) < all || proposed.get(Verdict.NOT_PROMISED) < all;
  }

  /** Incidents to which it is promised in the live release alone. */
  @JsonProperty
  int notPromisedAnyMore() {
    return changed(null, Verdict.NOT_PROMISED);
  }

  /** Of those, the ones whose promise was broken. */
  @JsonProperty
  int brokenAndNotPromisedAnyMore() {
    return changed(Verdict.BROKEN, Verdict.NOT_PROMISED);
  }

  /** Incidents to which it is promised in the proposed release alone. */
  @JsonProperty
  int newlyPromised() {
    return changed(Verdict.NOT_PROMISED, null);
  }

  /** Incidents whose promise was broken and is kept: the true gain. */
  @JsonProperty
  int keptInsteadOfBroken() {
    return changed(Verdict.BROKEN, Verdict.KEPT);
  }

  @JsonProperty
  int brokenInsteadOfKept() {
    return changed(Verdict.KEPT, Verdict.BROKEN);
  }

  private int changed(Verdict from, Verdict to) {
    return changes.stream()
        .filter(change -> from == null || change.from() == from)
        .filter(change -> to == null || change.to() == to)
        .mapToInt(VerdictChange::incidents)
        .sum();
  }
}
