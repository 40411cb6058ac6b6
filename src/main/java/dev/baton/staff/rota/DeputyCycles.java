package dev.baton.staff.rota;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds whether deputies would stand in for each other in a circle at some moment, for some role.
 */
final class DeputyCycles {

  private final Map<String, List<Deputy>> byPerson;

  DeputyCycles(List<Deputy> named) {
    this.byPerson = named.stream().collect(groupingBy(Deputy::login));
  }

  /** The circle by sign-in names that one more deputy would close; empty if none. */
  List<String> closedBy(Deputy more) {
    List<String> way = new ArrayList<>(List.of(more.login()));
    return leadsBack(more, more, way, new HashSet<>()) ? way : List.of();
  }

  private boolean leadsBack(Deputy first, Deputy limits, List<String> way, Set<String> passed) {
    String at = limits.deputy();
    way.add(at);
    if (at.equals(first.login())) {
      return true;
    }
    if (passed.add(at)) {
      for (Deputy next : byPerson.getOrDefault(at, List.of())) {
        if (next.id() != first.id()
            && overlap(limits, next)
            && leadsBack(first, both(limits, next), way, passed)) {
          return true;
        }
      }
      passed.remove(at);
    }
    way.remove(way.size() - 1);
    return false;
  }

  private static boolean overlap(Deputy one, Deputy other) {
    return (one.role() == null || other.role() == null || one.role() == other.role())
        && one.from().toEpochMilli() < Roster.end(other.until())
        && other.from().toEpochMilli() < Roster.end(one.until());
  }

  /** The next step, within the time and the role of both. */
  private static Deputy both(Deputy one, Deputy next) {
    return new Deputy(
        next.id(),
        one.login(),
        next.deputy(),
        one.role() == null ? next.role() : one.role(),
        one.from().isAfter(next.from()) ? one.from() : next.from(),
        Roster.end(one.until()) < Roster.end(next.until()) ? one.until() : next.until());
  }
}
