package dev.baton.flow.trial;

import dev.baton.flow.backtest.BacktestOptions;
import dev.baton.flow.backtest.ReplayReports;
import dev.baton.flow.backtest.ReplayRun;
import dev.baton.flow.backtest.log.RecordedLog;
import dev.baton.flow.backtest.replay.ReplayProgress;
import dev.baton.flow.backtest.replay.ReplayStopped;
import dev.baton.flow.backtest.replay.ScratchDatabase;
import dev.baton.flow.backtest.replay.ScratchDesk;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Runs the replays of a trial, each at a desk and in a thread of its own, on one database server.
 */
final class TrialReplays {

  private static final String SERVER = "BATON_DB_URL";
  private static final long PATIENCE_SECONDS = 60;

  private final Class<?> application;
  private final BacktestOptions options;
  private final RecordedLog log;
  private final PrintStream out;
  private final Set<ScratchDesk> desks = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Throwable> firstFailure = new AtomicReference<>();
  private volatile boolean ending;

  TrialReplays(Class<?> application, BacktestOptions options, RecordedLog log, PrintStream out) {
    this.application = application;
    this.options = options;
    this.log = log;
    this.out = out;
  }

  /**
   * Returns after the last; one that fails ends the others, which are in vain then.
   *
   * @param atOnce how many of them; each takes memory
   * @throws ReplayStopped when the program is about to end
   */
  void run(List<TrialReplay> replays, int atOnce) {
    String url = System.getenv(SERVER);
    if (url != null && !url.isBlank()) {
      run(replays, atOnce, null);
      return;
    }
    try (ScratchDatabase server = ScratchDatabase.embedded()) {
      run(replays, atOnce, server);
    }
  }

  private void run(List<TrialReplay> replays, int atOnce, ScratchDatabase server) {
    ExecutorService threads =
        Executors.newFixedThreadPool(atOnce, new CustomizableThreadFactory("trial-"));
    try {
      CompletionService<Void> running = new ExecutorCompletionService<>(threads);
      replays.forEach(one -> running.submit(() -> replayOrEndAll(one, server), null));
      awaitAll(replays.size(), running);
    } finally {
      end();
      awaitEnd(threads);
    }
  }

  private void awaitAll(int replays, CompletionService<Void> running) {
    try {
      for (int ended = 0; ended < replays; ended++) {
        running.take().get();
      }
    } catch (ExecutionException e) {
      throw firstFailure.get() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayStopped();
    }
  }

  private static void awaitEnd(ExecutorService threads) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void replayOrEndAll(TrialReplay one, ScratchDatabase server) {
    try {
      replay(one, server);
    } catch (RuntimeException | Error e) {
      firstFailure.compareAndSet(null, e);
      end();
      throw e;
    }
  }

  private void replay(TrialReplay one, ScratchDatabase server) {
    if (ending) {
      throw new ReplayStopped();
    }
    BacktestOptions itsOptions = one.options(options);
    ReplayReports.prepare(itsOptions.report());
    ReplayRun run = new ReplayRun(itsOptions, log);
    try (ScratchDesk desk = ScratchDesk.open(application, run.escalates(), one.name(), server)) {
      desks.add(desk);
      if (ending) {
        throw new ReplayStopped();
      }
      ReplayReports.write(run.at(desk, () -> progress(one)), itsOptions.report());
      desks.remove(desk);
    }
  }

  private ReplayProgress progress(TrialReplay one) {
    return new ReplayProgress(one.name(), out, false, log.rows().size(), System.nanoTime());
  }

  /** Lets all of them stop after the event that they are at. */
  private void end() {
    ending = true;
    desks.forEach(ScratchDesk::endSoon);
  }
}
