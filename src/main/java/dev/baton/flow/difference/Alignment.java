package dev.baton.flow.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Two lists side by side: what is in both, what only in one, and what changed its place. */
final class Alignment<T> {

  private static final int NONE = -1;

  /**
   * One entry before and after.
   *
   * @param numberBefore its place from 1; 0 if it was not there
   * @param numberAfter its place from 1; 0 if it is gone
   * @param isMoved whether it passed others that stayed in their order
   */
  record Pair<T>(T before, T after, int numberBefore, int numberAfter, boolean isMoved) {}

  private final List<T> before;
  private final List<T> after;
  private final int[] partners;

  private Alignment(List<T> before, List<T> after) {
    this.before = before;
    this.after = after;
    this.partners = new int[after.size()];
    Arrays.fill(partners, NONE);
  }

  /**
   * @param keys by what entries are the same, the surest first; an entry whose key is null has no
   *     partner by it
   * @return pairs in the order afterwards, with what is gone where it was
   */
  static <T> List<Pair<T>> of(List<T> before, List<T> after, List<Function<T, Object>> keys) {
    Alignment<T> alignment = new Alignment<>(before, after);
    keys.forEach(alignment::match);
    return alignment.pairs();
  }

  private void match(Function<T, Object> key) {
    Map<Object, Integer> free = new HashMap<>();
    Set<Integer> taken = taken();
    for (int i = 0; i < before.size(); i++) {
      Object found = key.apply(before.get(i));
      if (found != null && !taken.contains(i)) {
        free.putIfAbsent(found, i);
      }
    }
    for (int i = 0; i < after.size(); i++) {
      Object wanted = key.apply(after.get(i));
      if (wanted != null && partners[i] == NONE && free.containsKey(wanted)) {
        partners[i] = free.remove(wanted);
      }
    }
  }

  private Set<Integer> taken() {
    Set<Integer> taken = new HashSet<>();
    Arrays.stream(partners).filter(partner -> partner != NONE).forEach(taken::add);
    return taken;
  }

  private List<Pair<T>> pairs() {
    Set<Integer> inOrder = inOrder();
    Set<Integer> taken = taken();
    List<Pair<T>> pairs = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < partners.length; i++) {
      int partner = partners[i];
      if (inOrder.contains(i)) {
        addGone(next, partner, taken, pairs);
        next = partner + 1;
      }
      boolean isMoved = partner != NONE && !inOrder.contains(i);
      T was = partner == NONE ? null : before.get(partner);
      pairs.add(new Pair<>(was, after.get(i), partner + 1, i + 1, isMoved));
    }
    addGone(next, before.size(), taken, pairs);
    return pairs;
  }

  private void addGone(int from, int to, Set<Integer> taken, List<Pair<T>> pairs) {
    for (int i = from; i < to; i++) {
      if (!taken.contains(i)) {
        pairs.add(new Pair<>(before.get(i), null, i + 1, 0, false));
      }
    }
  }

  /** The most entries that kept their order: the longest increasing run of partners. */
  private Set<Integer> inOrder() {
    List<Integer> ends = new ArrayList<>(); // by length of the run, where the best one ends
    int[] previous = new int[partners.length];
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] == NONE) {
        continue;
      }
      int length = lengthOfRunBefore(i, ends);
      previous[i] = length == 0 ? NONE : ends.get(length - 1);
      if (length == ends.size()) {
        ends.add(i);
      } else {
        ends.set(length, i);
      }
    }
    Set<Integer> run = new HashSet<>();
    for (int i = ends.isEmpty() ? NONE : ends.get(ends.size() - 1); i != NONE; i = previous[i]) {
      run.add(i);
    }
    return run;
  }

  private int lengthOfRunBefore(int i, List<Integer> ends) {
    int low = 0;
    int high = ends.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (partners[ends.get(middle)] < partners[i]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
