package dev.baton.flow.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.flow.backtest.report.ReportPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The result of a trial as files: {@code report.json} for programs, {@code report.html}. */
final class TrialReports {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private TrialReports() {}

  static void write(TrialResult result, Path folder) throws IOException {
    JSON.writeValue(folder.resolve("report.json").toFile(), result);
    Files.writeString(folder.resolve("report.html"), html(result), StandardCharsets.UTF_8);
  }

  static String html(TrialResult result) {
    return ReportPages.render("trial", model(result));
  }

  private static Map<String, Object> model(TrialResult result) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("result", result);
    model.put("sentences", TrialSummary.sentences(result));
    model.put("all", FigureTables.of(result.all()));
    Map<String, Map<String, FigureTables>> parts = new LinkedHashMap<>();
    parts.put("priority", tables(result.byPriority()));
    if (result.byClient().size() > 1) {
      parts.put("client", tables(result.byClient()));
    }
    parts.put("month", tables(result.byMonth()));
    model.put("parts", parts);
    return model;
  }

  private static Map<String, FigureTables> tables(Map<String, TrialFigures> figures) {
    Map<String, FigureTables> tables = new LinkedHashMap<>();
    figures.forEach((value, some) -> tables.put(value, FigureTables.of(some)));
    return tables;
  }
}
