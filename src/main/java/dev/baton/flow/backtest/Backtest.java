package dev.baton.flow.backtest;

import dev.baton.database.UnusableDatabase;
import dev.baton.flow.backtest.log.RecordedLog;
import dev.baton.flow.backtest.log.UnreadableLog;
import dev.baton.flow.backtest.replay.InvalidUsage;
import dev.baton.flow.backtest.replay.ReplayProgress;
import dev.baton.flow.backtest.replay.ReplayStopped;
import dev.baton.flow.backtest.replay.ScratchDesk;
import dev.baton.flow.backtest.report.BacktestResult;
import dev.baton.flow.backtest.report.ConsoleSummary;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Reads a log, replays it at a scratch desk, compares, and writes the reports. */
public final class Backtest {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private final Class<?> application;
  private final PrintStream out;
  private final PrintStream errors;
  private final boolean terminal;

  public Backtest(Class<?> application, PrintStream out, PrintStream errors, boolean terminal) {
    this.application = application;
    this.out = out;
    this.errors = errors;
    this.terminal = terminal;
  }

  /** Runs the command; returns the exit code of the program. */
  public int run(List<String> arguments) {
    try {
      BacktestOptions options = BacktestOptions.parse(arguments);
      if (options.help()) {
        out.print(BacktestUsage.TEXT);
        return OK;
      }
      ReplayReports.prepare(options.report());
      RecordedLog log = RecordedIncidents.of(options);
      ReplayRun run = new ReplayRun(options, log);
      int events = log.rows().size();
      out.printf("%s: %,d events. Opening a scratch desk.%n", options.source(), events);
      try (ScratchDesk desk = ScratchDesk.open(application, run.escalates())) {
        report(
            run.at(desk, () -> new ReplayProgress("", out, terminal, events, System.nanoTime())),
            options.report());
      }
      return OK;
    } catch (InvalidUsage e) {
      errors.println(e.getMessage());
      errors.println("--help tells how it is called.");
      return WRONG_USE;
    } catch (UnreadableLog e) {
      errors.println(e.getMessage());
      return WRONG_USE;
    } catch (ReplayStopped e) {
      errors.println("Stopped; no report was written.");
      return FAILED;
    } catch (UnusableDatabase e) {
      errors.println(e.getMessage());
      errors.println(e.remedy());
      return FAILED;
    }
  }

  private void report(BacktestResult result, Path folder) {
    out.println(ConsoleSummary.of(result));
    ReplayReports.write(result, folder);
    out.printf("%nReports: %s and report.json%n", folder.resolve("report.html").toAbsolutePath());
  }
}
