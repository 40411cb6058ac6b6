package dev.baton.flow.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Cases that two tables answer differently, summed up in sentences. */
final class Differences {

  private static final int MOST_SENTENCES = 8;

  private final Map<Map<String, Object>, Integer> cases;
  private final Map<Change, List<Map<String, Object>>> changes = new HashMap<>();

  private record Change(String before, String after) {}

  /**
   * @param cases how many there are with each inputs
   */
  Differences(
      Map<Map<String, Object>, Integer> cases,
      Map<Map<String, Object>, String> before,
      Map<Map<String, Object>, String> after) {
    this.cases = cases;
    for (Map<String, Object> each : cases.keySet()) {
      Change change = new Change(before.get(each), after.get(each));
      if (!change.before().equals(change.after())) {
        changes.computeIfAbsent(change, key -> new ArrayList<>()).add(each);
      }
    }
  }

  /**
   * The most frequent first.
   *
   * @param what such as {@code incidents}
   * @param verb such as {@code be}
   */
  List<String> sentences(String what, String verb) {
    int all = count(cases.keySet());
    return changes.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<Change, List<Map<String, Object>>> change) ->
                        -count(change.getValue()))
                .thenComparing(change -> change.getKey().after()))
        .limit(MOST_SENTENCES)
        .map(
            change ->
                "%,d of %,d %s of the last %d days would %s %s instead of %s%s."
                    .formatted(
                        count(change.getValue()),
                        all,
                        what,
                        RecentCases.DAYS,
                        verb,
                        change.getKey().after(),
                        change.getKey().before(),
                        common(change.getValue())))
        .toList();
  }

  private int count(Iterable<Map<String, Object>> some) {
    int count = 0;
    for (Map<String, Object> each : some) {
      count += cases.get(each);
    }
    return count;
  }

  /** What these have in common, and not all have: {@code : GOLD × VIP}. */
  private String common(List<Map<String, Object>> some) {
    List<String> words = new ArrayList<>();
    for (String name : new TreeMap<>(some.get(0)).keySet()) {
      Set<Object> values = values(name, some);
      if (values.size() == 1 && values(name, cases.keySet()).size() > 1) {
        words.add(word(name, values.iterator().next()));
      }
    }
    return words.isEmpty() ? "" : ": " + String.join(" × ", words);
  }

  private static Set<Object> values(String name, Iterable<Map<String, Object>> some) {
    Set<Object> values = new HashSet<>();
    some.forEach(each -> values.add(each.get(name)));
    return values;
  }

  private static String word(String name, Object value) {
    return switch (name) {
      case "vip" -> Objects.equals(value, true) ? "VIP" : "not VIP";
      case "tier", "highestPriority" -> String.valueOf(value);
      default -> value == null ? "no " + name : name + " " + value;
    };
  }
}
