package dev.baton.staff.rota;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one-off shifts of a person for one team, as stretches that do not overlap, in order: of two
 * for the same time the one entered last is left. Milliseconds.
 */
final class OneOffShifts {

  static final OneOffShifts NONE = new OneOffShifts(List.of());

  private final long[] from;
  private final long[] to;
  private final boolean[] extra;

  /** One as it is stored; the higher the id, the later it was entered. */
  record Entry(long id, String team, long from, long to, boolean extra) {}

  private record Stretch(long to, boolean extra) {}

  OneOffShifts(List<Entry> entries) {
    TreeMap<Long, Stretch> stretches = new TreeMap<>();
    entries.stream()
        .sorted(Comparator.comparingLong(Entry::id))
        .forEach(entry -> lay(stretches, entry));
    this.from = new long[stretches.size()];
    this.to = new long[from.length];
    this.extra = new boolean[from.length];
    int i = 0;
    for (Map.Entry<Long, Stretch> stretch : stretches.entrySet()) {
      from[i] = stretch.getKey();
      to[i] = stretch.getValue().to();
      extra[i++] = stretch.getValue().extra();
    }
  }

  private static void lay(TreeMap<Long, Stretch> stretches, Entry entry) {
    Map.Entry<Long, Stretch> before = stretches.lowerEntry(entry.from());
    if (before != null && before.getValue().to() > entry.from()) {
      Stretch cut = before.getValue();
      stretches.put(before.getKey(), new Stretch(entry.from(), cut.extra()));
      stretches.put(entry.from(), cut);
    }
    Map.Entry<Long, Stretch> inside = stretches.ceilingEntry(entry.from());
    while (inside != null && inside.getKey() < entry.to()) {
      stretches.remove(inside.getKey());
      if (inside.getValue().to() > entry.to()) {
        stretches.put(entry.to(), inside.getValue());
      }
      inside = stretches.ceilingEntry(entry.from());
    }
    stretches.put(entry.from(), new Stretch(entry.to(), entry.extra()));
  }

  /** Index of the stretch at this millisecond, or -1. */
  int at(long at) {
    int last = lastFrom(at);
    return last >= 0 && at < to[last] ? last : -1;
  }

  boolean isExtra(int index) {
    return extra[index];
  }

  long to(int index) {
    return to[index];
  }

  /** When the next stretch begins after this millisecond, or {@link WeeklyPattern#OPEN}. */
  long beginAfter(long at) {
    int next = lastFrom(at) + 1;
    return next < from.length ? from[next] : WeeklyPattern.OPEN;
  }

  private int lastFrom(long at) {
    int found = Arrays.binarySearch(from, at);
    return found >= 0 ? found : -found - 2;
  }
}
