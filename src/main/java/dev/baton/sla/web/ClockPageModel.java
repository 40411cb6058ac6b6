package dev.baton.sla.web;

import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.sla.explanation.ClockEntry;
import dev.baton.sla.explanation.ClockExplanation;
import dev.baton.sla.explanation.ClockMilestone;
import dev.baton.sla.explanation.DeadlineText;
import dev.baton.sla.explanation.ExplainedClocks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page of an incident's clocks says; times are in the client's zone. */
record ClockPageModel(String incident, String at, String zone, List<Clock> clocks) {

  /** One clock: what it shows, and its ledger. */
  record Clock(
      String title,
      String state,
      String sentence,
      String breach,
      Map<String, String> facts,
      List<Point> points,
      List<LedgerLine> lines,
      List<LedgerLine> toCome) {}

  /** A milestone. */
  record Point(String when, String what, String told) {}

  /** An entry of the ledger. */
  record LedgerLine(
      String when, String state, String style, String what, String used, String total, String by) {}

  static ClockPageModel of(ExplainedClocks clocks) {
    LocalTimeFormatter time = new LocalTimeFormatter(ZoneId.of(clocks.zone()));
    return new ClockPageModel(
        clocks.incident(),
        time.at(clocks.at()),
        clocks.zone(),
        clocks.clocks().stream().map(clock -> clock(clock, time)).toList());
  }

  private static Clock clock(ClockExplanation clock, LocalTimeFormatter time) {
    return new Clock(
        DeadlineText.capital(clock.kind().words()),
        state(clock),
        clock.dueBecause(),
        clock.breachedBecause(),
        facts(clock, time),
        clock.milestones().stream().map(point -> point(point, time)).toList(),
        clock.entries().stream().map(ClockPageModel::line).toList(),
        clock.toCome().stream().map(ClockPageModel::line).toList());
  }

  static String state(ClockExplanation clock) {
    String state = clock.state().name().toLowerCase(Locale.ROOT);
    return clock.pastDue() ? state + ", past due" : state;
  }

  private static Map<String, String> facts(ClockExplanation clock, LocalTimeFormatter time) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Target", clock.target());
    facts.put("Agreement", clock.because());
    facts.put("Hours", "%s (%s)".formatted(clock.calendar(), clock.zone()));
    put(facts, "Started", clock.startedAt(), time);
    if (clock.budget() != null) {
      facts.put(
          "Used",
          "%s of %s, %s"
              .formatted(
                  DeadlineText.amount(clock.used()),
                  DeadlineText.amount(clock.budget()),
                  DeadlineText.remaining(clock.remaining())));
    }
    put(facts, "Due", clock.dueAt(), time);
    put(facts, "Past due since", clock.breachedAt(), time);
    put(facts, "Done", clock.metAt(), time);
    return facts;
  }

  private static void put(
      Map<String, String> facts, String name, Instant at, LocalTimeFormatter time) {
    if (at != null) {
      facts.put(name, time.at(at));
    }
  }

  private static Point point(ClockMilestone point, LocalTimeFormatter time) {
    String told =
        point.expected()
            ? "to come"
            : point.toldWith() == null
                ? "announced " + time.at(point.recordedAt())
                : "announced with " + point.toldWith();
    return new Point(time.at(point.at()), point.words(), told);
  }

  private static LedgerLine line(ClockEntry entry) {
    String state = entry.state().name().toLowerCase(Locale.ROOT);
    boolean late = entry.pastDue() && entry.state() == ClockEntry.State.RUNNING;
    return new LedgerLine(
        entry.when(),
        late ? "past due" : state.replace('_', ' '),
        late ? "late" : state,
        entry.words(),
        entry.used().isZero() ? "" : DeadlineText.amount(entry.used()),
        DeadlineText.amount(entry.usedInTotal()),
        by(entry));
  }

  private static String by(ClockEntry entry) {
    String cause =
        entry.cause() == null
            ? "opened"
            : entry.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return entry.cause() == null ? cause : cause + " by " + entry.actor();
  }
}
