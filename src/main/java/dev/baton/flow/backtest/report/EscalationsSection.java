package dev.baton.flow.backtest.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report's section on escalations, ready to print. */
record EscalationsSection(
    Map<String, String> counts,
    List<Rung> rungs,
    List<Week> weeks,
    List<String> withoutEscalation) {

  /**
   * A rung.
   *
   * @param shade which of the page's shades its bars have, 1 to 5
   */
  record Rung(
      int shade,
      String number,
      String role,
      String told,
      String acknowledged,
      String silent,
      String skipped) {}

  /** A week; its counts and bars stand in the order of the rungs. */
  record Week(String week, List<String> told, String all, List<Bar> bars) {}

  /** One rung's part of a week's bar; the width in hundredths of the longest. */
  record Bar(int shade, String width, String title) {}

  private static final int SHADES = 5;

  static EscalationsSection of(EscalationCounts escalations) {
    Map<Integer, Integer> shades = new LinkedHashMap<>();
    escalations
        .perRung()
        .keySet()
        .forEach(rung -> shades.put(rung, Math.min(SHADES, shades.size() + 1)));
    int most = escalations.perWeek().stream().mapToInt(EscalationCounts.Week::told).max().orElse(1);
    return new EscalationsSection(
        counts(escalations),
        escalations.perRung().entrySet().stream()
            .map(rung -> rung(shades.get(rung.getKey()), rung.getKey(), rung.getValue()))
            .toList(),
        escalations.perWeek().stream().map(week -> week(week, shades, most)).toList(),
        escalations.withoutEscalation());
  }

  private static Map<String, String> counts(EscalationCounts escalations) {
    Map<String, String> counts = new LinkedHashMap<>();
    counts.put("Escalations", number(escalations.raised()));
    counts.put("Settled by a decision", number(escalations.settled()));
    counts.put("Withdrawn because the incident was over", number(escalations.withdrawn()));
    counts.put("Still going on", number(escalations.open()));
    counts.put("Triggers without a rung", number(escalations.notEscalated()));
    counts.put("Top rung notified again", number(escalations.atTheTop()));
    counts.put("Breaches", number(escalations.breaches()));
    counts.put("Breaches without an escalation", number(escalations.breachesWithoutEscalation()));
    return counts;
  }

  private static Rung rung(int shade, int number, EscalationCounts.OnRung done) {
    return new Rung(
        shade,
        String.valueOf(number),
        done.role(),
        number(done.told()),
        number(done.acknowledged()),
        number(done.silent()),
        number(done.skipped()));
  }

  private static Week week(EscalationCounts.Week week, Map<Integer, Integer> shades, int most) {
    List<String> told = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    shades.forEach(
        (rung, shade) -> {
          int count = week.byRung().getOrDefault(rung, 0);
          told.add(number(count));
          bars.add(
              new Bar(
                  shade,
                  String.format(Locale.ROOT, "%.2f%%", 100.0 * count / most),
                  "Rung %d: %s".formatted(rung, number(count))));
        });
    return new Week(week.week(), told, number(week.told()), bars);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
