package dev.baton.flow.trial;

import dev.baton.database.UnusableDatabase;
import dev.baton.engine.release.PackagedRelease;
import dev.baton.flow.backtest.BacktestOptions;
import dev.baton.flow.backtest.BacktestUsage;
import dev.baton.flow.backtest.NamedDesk;
import dev.baton.flow.backtest.RecordedIncidents;
import dev.baton.flow.backtest.answer.AnswerScript;
import dev.baton.flow.backtest.answer.ScriptedStep;
import dev.baton.flow.backtest.log.UnreadableLog;
import dev.baton.flow.backtest.outcome.ReplayOutcome;
import dev.baton.flow.backtest.replay.InvalidUsage;
import dev.baton.flow.backtest.replay.ReplayStopped;
import dev.baton.flow.backtest.replay.ReplayedRelease;
import dev.baton.flow.check.command.FlowFolderCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * Replays a log through the live release and through the live release with changed files laid over
 * it, each at a scratch desk of its own on one database server, and compares both incident by
 * incident.
 */
public final class Trial {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;
  private static final long PATIENCE_SECONDS = 90;
  private final Class<?> application;
  private final PrintStream out;
  private final PrintStream errors;
  private final CountDownLatch left = new CountDownLatch(1);

  public Trial(Class<?> application, PrintStream out, PrintStream errors) {
    this.application = application;
    this.out = out;
    this.errors = errors;
  }

  /** Whether the command asks for a trial. */
  public static boolean isAsked(List<String> arguments) {
    return arguments.stream()
        .anyMatch(word -> word.equals("--flows") || word.startsWith("--flows="));
  }

  /** Runs the command; returns the exit code of the program. */
  public int run(List<String> arguments) {
    long begun = System.nanoTime();
    try {
      BacktestOptions options = BacktestOptions.parse(arguments);
      if (options.help()) {
        out.print(BacktestUsage.TEXT);
        return OK;
      }
      TrialReleases releases = TrialReleases.of(options.flows(), live(options));
      refuseUnknownSteps(options, releases);
      if (FlowFolderCheck.hasErrors(
          application, options.flows(), releases.sent(), releases.live(), out)) {
        errors.println("The checks refuse these files, so they were not tried.");
        return WRONG_USE;
      }
      return run(options, releases, begun);
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

  private static Map<String, byte[]> live(BacktestOptions options) {
    if (options.live() != null) {
      return ReplayedRelease.in(options.live()).files();
    }
    return options.desk() ? NamedDesk.liveFiles() : PackagedRelease.files();
  }

  private static void refuseUnknownSteps(BacktestOptions options, TrialReleases releases) {
    AnswerScript script = AnswerScript.in(options.answers());
    List<String> unknown = script.unknown(ScriptedStep.unrecordedIn(releases.proposed()));
    if (!unknown.isEmpty()) {
      throw new InvalidUsage(
          "The script of answers names what no new user task or wait of the flows is: %s."
              .formatted(String.join(", ", unknown)));
    }
  }

  private int run(BacktestOptions options, TrialReleases releases, long begun) {
    Path folder = temporaryFolder();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "trial-exit"));
    try {
      List<TrialReplay> replays =
          List.of(
              TrialReplay.of("live", options, folder, releases.live()),
              TrialReplay.of("proposed", options, folder, releases.proposed()));
      new TrialReplays(application, options, RecordedIncidents.of(options), out)
          .run(replays, options.inTurn() ? 1 : replays.size());
      TrialResult result =
          TrialResult.of(
              options.source(),
              releases,
              ReplayOutcome.read(replays.get(0).outcomes()),
              ReplayOutcome.read(replays.get(1).outcomes()),
              (System.nanoTime() - begun) / 1e9);
      report(result, options.report());
      return OK;
    } finally {
      FileSystemUtils.deleteRecursively(folder.toFile());
      left.countDown();
    }
  }

  /** Ctrl-C: the replays end, and the server goes, before this program does. */
  private void end() {
    try {
      left.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("baton-trial-");
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder for the trial", e);
    }
  }

  private void report(TrialResult result, Path folder) {
    out.println(TrialSummary.of(result));
    try {
      TrialReports.write(result, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The reports could not be written to " + folder, e);
    }
    out.printf(
        "%nTried in %.0f s. Reports: %s and report.json%n",
        result.seconds(), folder.resolve("report.html").toAbsolutePath());
  }
}
