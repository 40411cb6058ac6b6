package dev.baton.flow.backtest;

import dev.baton.flow.backtest.replay.InvalidUsage;
import dev.baton.flow.backtest.report.BacktestResult;
import dev.baton.flow.backtest.report.HtmlReport;
import dev.baton.flow.backtest.report.JsonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reports of a replay against the log, in a folder. */
public final class ReplayReports {

  private ReplayReports() {}

  /**
   * @throws InvalidUsage when nothing can be written there
   */
  public static void prepare(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InvalidUsage(
          "The report folder " + folder + " cannot be created: " + e.getMessage());
    }
    if (!Files.isWritable(folder)) {
      throw new InvalidUsage("The report folder " + folder + " cannot be written to.");
    }
  }

  public static void write(BacktestResult result, Path folder) {
    try {
      JsonReport.write(result, folder.resolve("report.json"));
      HtmlReport.write(result, folder.resolve("report.html"));
    } catch (IOException e) {
      throw new UncheckedIOException("The reports could not be written to " + folder, e);
    }
  }
}
