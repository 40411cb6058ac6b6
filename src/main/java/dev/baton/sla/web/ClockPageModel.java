package dev.baton.sla.web;

import dev.baton.sla.explanation.ClockEntry;
import dev.baton.sla.explanation.ClockExplanation;
import dev.baton.sla.explanation.ClockMilestone;
import dev.baton.sla.explanation.DeadlineText;
import dev.baton.sla.explanation.ExplainedClocks;
import dev.baton.sla.explanation.ExplanationLanguage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page of an incident's clocks says; times are in the client's zone. */
record ClockPageModel(String incident, String at, String zone, List<Clock> clocks) {

  /** One clock: what it shows, and its ledger. */
  record Clock(
      String title,
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

  static ClockPageModel of(ExplainedClocks clocks, ExplanationLanguage language) {
    ClockPageText text = new ClockPageText(language);
    return new ClockPageModel(
        clocks.incident(),
        language.time().at(clocks.at()),
        clocks.zone(),
        clocks.clocks().stream().map(clock -> clock(clock, text, language)).toList());
  }

  private static Clock clock(
      ClockExplanation clock, ClockPageText text, ExplanationLanguage language) {
    return new Clock(
        text.heading(clock),
        clock.dueBecause(),
        clock.breachedBecause(),
        facts(clock, text, language),
        clock.milestones().stream().map(point -> point(point, text, language)).toList(),
        clock.entries().stream().map(entry -> line(entry, text)).toList(),
        clock.toCome().stream().map(entry -> line(entry, text)).toList());
  }

  private static Map<String, String> facts(
      ClockExplanation clock, ClockPageText text, ExplanationLanguage language) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("clocks.fact.target", clock.target());
    facts.put("clocks.fact.agreement", clock.because());
    facts.put("clocks.fact.hours", "%s (%s)".formatted(clock.calendar(), clock.zone()));
    put(facts, "clocks.fact.started", clock.startedAt(), language);
    if (clock.budget() != null) {
      facts.put("clocks.fact.used", text.used(clock));
    }
    put(facts, "clocks.fact.due", clock.dueAt(), language);
    put(facts, "clocks.fact.past-due-since", clock.breachedAt(), language);
    put(facts, "clocks.fact.done", clock.metAt(), language);
    Map<String, String> labelled = new LinkedHashMap<>();
    facts.forEach((label, value) -> labelled.put(language.text(label), value));
    return labelled;
  }

  private static void put(
      Map<String, String> facts, String label, Instant at, ExplanationLanguage language) {
    if (at != null) {
      facts.put(label, language.time().at(at));
    }
  }

  private static Point point(
      ClockMilestone point, ClockPageText text, ExplanationLanguage language) {
    return new Point(language.time().at(point.at()), point.words(), text.told(point));
  }

  private static LedgerLine line(ClockEntry entry, ClockPageText text) {
    return new LedgerLine(
        entry.when(),
        text.state(entry),
        style(entry),
        entry.words(),
        entry.used().isZero() ? "" : DeadlineText.amount(entry.used()),
        DeadlineText.amount(entry.usedInTotal()),
        text.cause(entry));
  }

  /** The class of an entry in the styles of the page and the picture. */
  static String style(ClockEntry entry) {
    return entry.ranPastDue() ? "late" : entry.state().name().toLowerCase(Locale.ROOT);
  }
}
