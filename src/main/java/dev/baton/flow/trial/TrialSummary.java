package dev.baton.flow.trial;

import dev.baton.flow.backtest.answer.PlayedStep;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a trial for the console, and its sentences for every report. */
final class TrialSummary {

  private static final int CAUSES_SHOWN = 12;
  private static final String COLUMNS = "%-44s %12s %12s";

  private final TrialResult result;
  private final List<String> lines = new ArrayList<>();

  private TrialSummary(TrialResult result) {
    this.result = result;
  }

  static String of(TrialResult result) {
    return new TrialSummary(result).text();
  }

  private String text() {
    TrialFigures all = result.all();
    add(
        "%s replayed through both releases; %s.",
        incidents(all.incidents()),
        all.differing() == 0 ? "they differ in nothing" : "%,d differ".formatted(all.differing()));
    sentences(result).forEach(lines::add);
    for (PromiseFigures promise : all.promises()) {
      section("Promise: " + promise.kind().words());
      for (Verdict verdict : Verdict.values()) {
        count(
            new CountFigures(
                PairDifferences.words(verdict),
                promise.live().get(verdict),
                promise.proposed().get(verdict)));
      }
    }
    steps(all);
    counts("Completed user tasks, by role and team", all.work());
    counts("Escalations, by rung", all.escalations());
    counts("Messages to clients, by event", all.messages());
    counts("Last status", all.endings());
    causes();
    return String.join(System.lineSeparator(), lines);
  }

  /** What somebody must know who reads nothing else. */
  static List<String> sentences(TrialResult result) {
    List<String> sentences = new ArrayList<>();
    for (PromiseFigures promise : result.all().promises()) {
      String kind = promise.kind().words();
      if (promise.notPromisedAnyMore() > 0) {
        sentences.add(
            format(
                "%s would no longer be promised a %s. Of these promises, %,d were broken; those"
                    + " breaches disappear, but nothing improves.",
                incidents(promise.notPromisedAnyMore()),
                kind,
                promise.brokenAndNotPromisedAnyMore()));
      }
      if (promise.newlyPromised() > 0) {
        sentences.add(
            format(
                "%s would be promised a %s for the first time.",
                incidents(promise.newlyPromised()), kind));
      }
      if (promise.keptInsteadOfBroken() + promise.brokenInsteadOfKept() > 0) {
        sentences.add(
            format(
                "The promise of a %s would be kept instead of broken for %s, and broken instead of"
                    + " kept for %s.",
                kind,
                incidents(promise.keptInsteadOfBroken()),
                incidents(promise.brokenInsteadOfKept())));
      }
    }
    int failed = result.failedJobs().proposed();
    if (failed > 0) {
      sentences.add(
          format(
              "Steps of the proposed release failed %,d times (of the live one: %,d).",
              failed, result.failedJobs().live()));
    }
    result.playedSteps().stream().map(TrialSummary::sentence).forEach(sentences::add);
    result
        .gaps()
        .forEach(gap -> sentences.add(format("%s: %,d times.", gap.reason(), gap.events())));
    return sentences;
  }

  private static String incidents(int count) {
    return count == 1 ? "1 incident" : format("%,d incidents", count);
  }

  private static String sentence(PlayedStep step) {
    String label = step.label() == null || step.label().isBlank() ? step.step() : step.label();
    String played =
        format(
            "The log does not know \"%s\"; it was played %,d times%s.",
            label.strip().replaceAll("\\s+", " "),
            step.played(),
            step.byDefault() == 0
                ? ""
                : step.byDefault() == step.played()
                    ? " by the default"
                    : format(", %,d of them by the default", step.byDefault()));
    return step.failed() == 0
        ? played
        : played
            + format(" %,d answers were not accepted, such as: %s", step.failed(), step.failure());
  }

  private void steps(TrialFigures figures) {
    List<StepFigures> shown =
        figures.steps().stream()
            .filter(step -> step.waits() || step.change() != ComparedSteps.Change.BOTH)
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    section("Waiting per step: visits, median, 90 %");
    for (StepFigures step : shown) {
      String mark =
          switch (step.change()) {
            case NEW -> " (new)";
            case GONE -> " (gone)";
            case BOTH -> "";
          };
      add("%-44s %22s %22s", step.label() + mark, words(step.live()), words(step.proposed()));
    }
  }

  private static String words(StepFigures.Waiting waiting) {
    return waiting.median() == null
        ? format("%,d", waiting.visits())
        : format(
            "%,d, %s, %s",
            waiting.visits(), Durations.words(waiting.median()), Durations.words(waiting.p90()));
  }

  private void counts(String title, List<CountFigures> counts) {
    if (!counts.isEmpty()) {
      section(title);
      counts.forEach(this::count);
    }
  }

  private void count(CountFigures count) {
    add("%-44s %,12d %,12d", count.what(), count.live(), count.proposed());
  }

  private void causes() {
    if (!result.causes().isEmpty()) {
      lines.add("");
      lines.add("Incidents that differ, by cause");
      result.causes().stream()
          .limit(CAUSES_SHOWN)
          .forEach(cause -> add("%,9d  %s", cause.incidents(), cause.cause()));
      int more = result.causes().size() - CAUSES_SHOWN;
      if (more > 0) {
        add("  and %d more causes, all in the reports", more);
      }
    }
  }

  private void section(String title) {
    lines.add("");
    add(COLUMNS, title, "live", "proposed");
  }

  private void add(String format, Object... values) {
    lines.add(format(format, values));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
