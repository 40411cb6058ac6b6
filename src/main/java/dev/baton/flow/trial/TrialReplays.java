package dev.baton.flow.trial;

import dev.baton.flow.backtest.replay.ScratchDatabase;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Runs the replays of a trial, each in a program of its own, on one database server. */
final class TrialReplays {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final String SERVER = "BATON_DB_URL";

  private final Class<?> application;
  private final List<String> common;
  private final PrintStream out;
  private final PrintStream errors;
  private final BooleanSupplier isEnding;

  /**
   * @param common the arguments of all of them
   */
  TrialReplays(
      Class<?> application,
      List<String> common,
      PrintStream out,
      PrintStream errors,
      BooleanSupplier isEnding) {
    this.application = application;
    this.common = common;
    this.out = out;
    this.errors = errors;
    this.isEnding = isEnding;
  }

  /** Returns the exit code of the first that fails; the others are in vain then. */
  int atOnce(List<TrialReplay> replays) {
    return onServer(server -> run(replays, server));
  }

  /** The same with the memory of one. */
  int oneByOne(List<TrialReplay> replays) {
    return onServer(
        server -> {
          int exit = OK;
          for (TrialReplay one : replays) {
            if (exit == OK) {
              exit = run(List.of(one), server);
            }
          }
          return exit;
        });
  }

  private int onServer(Function<Map<String, String>, Integer> replays) {
    String url = System.getenv(SERVER);
    if (url != null && !url.isBlank()) {
      return replays.apply(Map.of());
    }
    try (ScratchDatabase server = ScratchDatabase.embedded()) {
      return replays.apply(
          Map.of(
              SERVER,
              server.url(),
              "BATON_DB_USER",
              server.user(),
              "BATON_DB_PASSWORD",
              server.password()));
    }
  }

  private int run(List<TrialReplay> replays, Map<String, String> server) {
    List<ReplayProcess> running = new ArrayList<>();
    try {
      for (TrialReplay one : replays) {
        running.add(
            ReplayProcess.start(
                one.name(), application, one.arguments(common), server, 0, out::println));
      }
      return exitOf(running);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } finally {
      running.forEach(ReplayProcess::close);
    }
  }

  /** The first exit code that is none of success; then the other replay is in vain. */
  private int exitOf(List<ReplayProcess> running) throws InterruptedException {
    List<ReplayProcess> left = new ArrayList<>(running);
    while (!left.isEmpty()) {
      for (ReplayProcess one : List.copyOf(left)) {
        if (isEnding.getAsBoolean()) {
          return FAILED;
        }
        if (!one.isRunning()) {
          int exit = one.exit();
          if (exit != OK) {
            errors.println(one.said());
            return exit;
          }
          left.remove(one);
        }
      }
    }
    return OK;
  }
}
