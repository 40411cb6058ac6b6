package dev.baton.flow.backtest.report;

import dev.baton.escalation.EscalationStatistics;
import dev.baton.sla.Breaches;
import dev.baton.sla.Breaches.Breach;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts escalations and breaches in the database tables: an audit must not ask the use cases that
 * it audits.
 */
public final class EscalationCounter {

  private static final int EXAMPLES = 20;

  private final EscalationStatistics escalations;
  private final Breaches breaches;

  public EscalationCounter(EscalationStatistics escalations, Breaches breaches) {
    this.escalations = escalations;
    this.breaches = breaches;
  }

  public EscalationCounts counts() {
    Map<String, Integer> byState = escalations.byState();
    Map<String, Integer> byKind = escalations.byKind();
    List<String> unescalated = unescalated();
    int all = byState.values().stream().mapToInt(Integer::intValue).sum();
    int notEscalated = byState.getOrDefault("NOT_CLIMBED", 0);
    int settled = byState.getOrDefault("SETTLED", 0);
    int withdrawn = byState.getOrDefault("WITHDRAWN", 0);
    return new EscalationCounts(
        all - notEscalated,
        notEscalated,
        settled,
        withdrawn,
        all - notEscalated - settled - withdrawn,
        perRung(),
        perWeek(),
        byKind.getOrDefault("TOLD", 0),
        byKind.getOrDefault("ACKNOWLEDGED", 0),
        byKind.getOrDefault("SILENT", 0),
        byKind.getOrDefault("SKIPPED", 0),
        byKind.getOrDefault("GAP", 0),
        breaches.obligations(),
        unescalated.size(),
        unescalated.stream().distinct().limit(EXAMPLES).toList());
  }

  private Map<Integer, EscalationCounts.OnRung> perRung() {
    Map<Integer, Map<String, Integer>> done = new TreeMap<>();
    escalations
        .onRungs()
        .forEach(
            one ->
                done.computeIfAbsent(one.rung(), rung -> new HashMap<>())
                    .put(one.kind(), one.count()));
    Map<Integer, EscalationCounts.OnRung> perRung = new TreeMap<>();
    escalations
        .roles()
        .forEach(
            (rung, role) -> perRung.put(rung, onRung(role, done.getOrDefault(rung, Map.of()))));
    return perRung;
  }

  private static EscalationCounts.OnRung onRung(String role, Map<String, Integer> done) {
    return new EscalationCounts.OnRung(
        role.toLowerCase(Locale.ROOT).replace('_', '-'),
        done.getOrDefault("TOLD", 0),
        done.getOrDefault("ACKNOWLEDGED", 0),
        done.getOrDefault("SILENT", 0),
        done.getOrDefault("SKIPPED", 0));
  }

  private List<EscalationCounts.Week> perWeek() {
    Map<String, Map<Integer, Integer>> weeks = new TreeMap<>();
    escalations
        .notifiedByDay()
        .forEach(
            told ->
                weeks
                    .computeIfAbsent(week(told.day()), week -> new TreeMap<>())
                    .merge(told.rung(), told.count(), Integer::sum));
    List<EscalationCounts.Week> perWeek = new ArrayList<>();
    weeks.forEach((week, byRung) -> perWeek.add(new EscalationCounts.Week(week, byRung)));
    return perWeek;
  }

  static String week(LocalDate day) {
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** Incidents with breaches that caused no escalation. */
  private List<String> unescalated() {
    List<Breach> all = breaches.all();
    Set<String> raised =
        escalations.raisedBy(all.stream().map(Breach::source).filter(Objects::nonNull).toList());
    return all.stream()
        .filter(breach -> breach.source() == null || !raised.contains(breach.source()))
        .map(Breach::incident)
        .toList();
  }
}
