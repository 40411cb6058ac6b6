package dev.baton.flow.trial;

import dev.baton.flow.backtest.outcome.IncidentOutcome.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as tables of texts, of which each row has a name, the live and the proposed side. */
record FigureTables(String incidents, String differing, List<FigureTable> tables) {

  /** A table; it is worth a look if its sides differ. */
  record FigureTable(String title, List<FigureRow> rows) {}

  /**
   * @param note what is special about it; empty for nothing
   */
  record FigureRow(String name, String note, String live, String proposed, boolean differs) {

    static FigureRow of(String name, String note, String live, String proposed) {
      return new FigureRow(name, note, live, proposed, !live.equals(proposed));
    }
  }

  static FigureTables of(TrialFigures figures) {
    List<FigureTable> tables = new ArrayList<>();
    figures.promises().forEach(promise -> tables.add(promise(promise)));
    add("Last status", figures.endings(), tables);
    tables.add(
        new FigureTable(
            "Steps: visits, median and 90th percentile of the waiting",
            figures.steps().stream().map(FigureTables::step).toList()));
    add("Completed user tasks, by role and team", figures.work(), tables);
    add("Escalations: people told, by rung", figures.escalations(), tables);
    add("Messages to clients, by event", figures.messages(), tables);
    return new FigureTables(
        number(figures.incidents()),
        number(figures.differing()),
        tables.stream().filter(table -> !table.rows().isEmpty()).toList());
  }

  private static FigureTable promise(PromiseFigures promise) {
    List<FigureRow> rows = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      rows.add(
          FigureRow.of(
              PairDifferences.words(verdict),
              "",
              number(promise.live().get(verdict)),
              number(promise.proposed().get(verdict))));
    }
    promise
        .changes()
        .forEach(
            change ->
                rows.add(
                    new FigureRow(
                        "%s → %s"
                            .formatted(
                                PairDifferences.words(change.from()),
                                PairDifferences.words(change.to())),
                        "incidents that change",
                        "",
                        number(change.incidents()),
                        true)));
    return new FigureTable("Promise: " + promise.kind().words(), rows);
  }

  private static FigureRow step(StepFigures step) {
    String note =
        switch (step.change()) {
          case NEW -> step.flow() + ", new";
          case GONE -> step.flow() + ", gone";
          case BOTH -> step.flow();
        };
    return FigureRow.of(step.label(), note, words(step.live()), words(step.proposed()));
  }

  private static String words(StepFigures.Waiting waiting) {
    return waiting.median() == null
        ? number(waiting.visits())
        : "%s · %s · %s"
            .formatted(
                number(waiting.visits()),
                Durations.words(waiting.median()),
                Durations.words(waiting.p90()));
  }

  private static void add(String title, List<CountFigures> counts, List<FigureTable> tables) {
    tables.add(
        new FigureTable(
            title,
            counts.stream()
                .map(
                    count ->
                        FigureRow.of(
                            count.what(), "", number(count.live()), number(count.proposed())))
                .toList()));
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
