package dev.baton.flow.backtest.report;

import dev.baton.flow.backtest.replay.ReplayProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result for a terminal. */
public final class ConsoleSummary {

  private static final int BAD_LINES_SHOWN = 10;

  private ConsoleSummary() {}

  public static String of(BacktestResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(row("Incidents", "%,d", result.incidents()));
    lines.add(row("Events", "%,d", result.events()));
    lines.add(row("Refused events", "%,d", result.refusedEvents()));
    lines.add(row("Bad lines, skipped", "%,d", result.badLines().size()));
    lines.add(row("Timers fired", "%,d", result.timersFired()));
    if (result.failedJobs() > 0) {
      lines.add(row("Failed jobs", "%,d", result.failedJobs()));
    }
    lines.add(
        row(
            "Replayed in",
            "%s",
            ReplayProgress.spoken(result.took())
                + String.format(Locale.ROOT, " (%.1f events/s)", result.eventsPerSecond())));
    lines.add("");
    lines.add(
        String.format(Locale.ROOT, "%-34s %9s %9s %9s", "Agreement", "cases", "agree", "share"));
    for (OutcomeMatch agreement : result.agreements()) {
      if (agreement.cases() == 0) {
        continue;
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "%-34s %,9d %,9d %9s",
              agreement.dimension().title(),
              agreement.cases(),
              agreement.agreed(),
              percent(agreement)));
    }
    result.verdicts().ifPresent(verdicts -> addVerdicts(lines, verdicts));
    result.escalations().ifPresent(escalations -> addEscalations(lines, escalations));
    addRefusals(lines, result);
    addBadLines(lines, result);
    return String.join(System.lineSeparator(), lines);
  }

  private static void addVerdicts(List<String> lines, ObligationVerdicts verdicts) {
    lines.add("");
    lines.add(
        String.format(Locale.ROOT, "%-34s %9s %9s %9s", "Obligations", "met", "breached", "open"));
    verdicts.byPriority().forEach((priority, count) -> lines.add(counts(priority.name(), count)));
    lines.add(counts("all", verdicts.all()));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT, "%-34s %9s %9s %9s", "Log's verdict", "cases", "agree", "share"));
    verdicts
        .agreementByPriority()
        .forEach((priority, judged) -> lines.add(judged(priority.name(), judged)));
    lines.add(judged("all", verdicts.agreement()));
    lines.add("");
    lines.add("Milestones announced");
    verdicts
        .milestones()
        .forEach((name, count) -> lines.add(String.format(Locale.ROOT, "%,9d  %s", count, name)));
  }

  private static String counts(String name, ObligationVerdicts.Count count) {
    return String.format(
        Locale.ROOT,
        "%-34s %,9d %,9d %,9d",
        name,
        count.met(),
        count.breached(),
        count.undecided());
  }

  private static String judged(String name, ObligationVerdicts.Judged judged) {
    return String.format(
        Locale.ROOT,
        "%-34s %,9d %,9d %9s",
        name,
        judged.cases(),
        judged.agreed(),
        percent(judged.share()));
  }

  private static void addEscalations(List<String> lines, EscalationCounts escalations) {
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%-34s %9s %9s %9s %9s",
            "Ladder",
            "told",
            "answered",
            "silent",
            "skipped"));
    escalations
        .perRung()
        .forEach(
            (rung, done) ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%-34s %,9d %,9d %,9d %,9d",
                        rung + " " + done.role(),
                        done.told(),
                        done.acknowledged(),
                        done.silent(),
                        done.skipped())));
    lines.add("");
    lines.add(row("Escalations", "%,9d", escalations.raised()));
    lines.add(row("Top rung notified again", "%,9d", escalations.atTheTop()));
    lines.add(row("Breaches", "%,9d", escalations.breaches()));
    lines.add(
        row("Breaches without an escalation", "%,9d", escalations.breachesWithoutEscalation()));
  }

  private static void addRefusals(List<String> lines, BacktestResult result) {
    if (!result.refusals().isEmpty()) {
      lines.add("");
      lines.add("Refused events by reason");
      result
          .refusals()
          .forEach(
              group ->
                  lines.add(
                      String.format(Locale.ROOT, "%,9d  %s", group.events(), group.reason())));
    }
  }

  private static void addBadLines(List<String> lines, BacktestResult result) {
    if (!result.badLines().isEmpty()) {
      lines.add("");
      lines.add("Bad lines");
      result.badLines().stream()
          .limit(BAD_LINES_SHOWN)
          .forEach(bad -> lines.add("  line " + bad.line() + " " + bad.reason()));
      int more = result.badLines().size() - BAD_LINES_SHOWN;
      if (more > 0) {
        lines.add("  and " + more + " more, all in report.json");
      }
    }
  }

  /** Rounded down, so that 100 % means all. */
  static String percent(OutcomeMatch agreement) {
    return percent(agreement.share());
  }

  static String percent(double share) {
    double hundredths = Math.floor(share * 10_000) / 100;
    return String.format(Locale.ROOT, "%.2f %%", hundredths);
  }

  private static String row(String name, String format, Object value) {
    return String.format(Locale.ROOT, "%-34s " + format, name, value);
  }
}
