package dev.baton.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Cuts long lists of values into what goes into one statement. */
public final class Batches {

  private static final int AT_ONCE = 1_000;

  private Batches() {}

  /** All of them in their order, a thousand at most in each portion; none where there are none. */
  public static <T> List<List<T>> of(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> portions = new ArrayList<>();
    for (int from = 0; from < list.size(); from += AT_ONCE) {
      portions.add(list.subList(from, Math.min(from + AT_ONCE, list.size())));
    }
    return portions;
  }

  /** A place for each value of a portion, as {@code in (…)} wants them: {@code ?, ?, ?}. */
  public static String places(Collection<?> portion) {
    return String.join(", ", Collections.nCopies(portion.size(), "?"));
  }
}
