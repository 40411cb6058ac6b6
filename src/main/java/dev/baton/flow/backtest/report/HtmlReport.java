package dev.baton.flow.backtest.report;

import dev.baton.flow.backtest.replay.ReplayProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The result for people: {@code report.html}, one page that needs no other file and prints well.
 */
public final class HtmlReport {

  private static final int EXAMPLES = 10;
  private static final int BAD_LINES_SHOWN = 100;

  private HtmlReport() {}

  /** The disagreements of one cause, with the first of them. */
  record CauseGroup(String cause, int count, List<Disagreement> examples) {}

  public static void write(BacktestResult result, Path file) throws IOException {
    Files.writeString(file, render(result), StandardCharsets.UTF_8);
  }

  static String render(BacktestResult result) {
    return ReportPages.render("report", model(result));
  }

  private static Map<String, Object> model(BacktestResult result) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("log", result.log());
    model.put("counts", counts(result));
    model.put(
        "agreements",
        result.agreements().stream()
            .filter(agreement -> agreement.cases() > 0)
            .map(HtmlReport::agreement)
            .toList());
    model.put("verdicts", result.verdicts().map(HtmlReport::verdicts).orElse(null));
    model.put("escalations", result.escalations().map(EscalationsSection::of).orElse(null));
    model.put("causes", causes(result.disagreements()));
    model.put("refusals", result.refusals());
    model.put("badLines", result.badLines().stream().limit(BAD_LINES_SHOWN).toList());
    model.put("badLineCount", result.badLines().size());
    model.put(
        "chart", result.openPerDay().isEmpty() ? null : OpenIncidentsChart.of(result.openPerDay()));
    return model;
  }

  private static Map<String, String> counts(BacktestResult result) {
    Map<String, String> counts = new LinkedHashMap<>();
    counts.put("Incidents", number(result.incidents()));
    counts.put("Events", number(result.events()));
    counts.put("Refused events", number(result.refusedEvents()));
    counts.put("Bad lines, skipped", number(result.badLines().size()));
    counts.put("Timers fired", number(result.timersFired()));
    counts.put("Failed jobs", number(result.failedJobs()));
    counts.put("Closed by Baton's timer", number(result.closedByTimer()));
    counts.put("Closed by the recorded desk", number(result.closedByLog()));
    counts.put("Replayed in", ReplayProgress.spoken(result.took()));
    counts.put("Events per second", String.format(Locale.ROOT, "%.1f", result.eventsPerSecond()));
    return counts;
  }

  private static Map<String, Object> agreement(OutcomeMatch agreement) {
    return Map.of(
        "title", agreement.dimension().title(),
        "cases", number(agreement.cases()),
        "agreed", number(agreement.agreed()),
        "differ", number(agreement.cases() - agreement.agreed()),
        "share", ConsoleSummary.percent(agreement),
        "width", String.format(Locale.ROOT, "%.2f%%", agreement.share() * 100));
  }

  private static Map<String, Object> verdicts(ObligationVerdicts verdicts) {
    Map<String, Object> model = new LinkedHashMap<>();
    List<Map<String, String>> rows = new ArrayList<>();
    verdicts
        .byPriority()
        .forEach(
            (priority, count) ->
                rows.add(
                    verdictRow(
                        priority.name(), count, verdicts.agreementByPriority().get(priority))));
    rows.add(verdictRow("All", verdicts.all(), verdicts.agreement()));
    model.put("rows", rows);
    Map<String, String> milestones = new LinkedHashMap<>();
    verdicts.milestones().forEach((name, count) -> milestones.put(name, number(count)));
    model.put("milestones", milestones);
    model.put("dissents", verdicts.disagreements().stream().limit(EXAMPLES).toList());
    model.put("dissentCount", number(verdicts.disagreements().size()));
    return model;
  }

  private static Map<String, String> verdictRow(
      String name, ObligationVerdicts.Count count, ObligationVerdicts.Judged judged) {
    boolean isJudged = judged != null && judged.cases() > 0;
    return Map.of(
        "name",
        name,
        "met",
        number(count.met()),
        "breached",
        number(count.breached()),
        "undecided",
        number(count.undecided()),
        "cases",
        isJudged ? number(judged.cases()) : "–",
        "share",
        isJudged ? ConsoleSummary.percent(judged.share()) : "–");
  }

  private static List<CauseGroup> causes(List<Disagreement> disagreements) {
    Map<String, List<Disagreement>> byCause = new LinkedHashMap<>();
    disagreements.forEach(
        one -> byCause.computeIfAbsent(one.cause(), cause -> new ArrayList<>()).add(one));
    return byCause.entrySet().stream()
        .map(
            group ->
                new CauseGroup(
                    group.getKey(),
                    group.getValue().size(),
                    group.getValue().stream().limit(EXAMPLES).toList()))
        .sorted((one, other) -> other.count() - one.count())
        .toList();
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
