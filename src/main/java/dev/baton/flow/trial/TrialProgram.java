package dev.baton.flow.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A trial in a program of its own, for a page that does not wait for it: it takes minutes, and is
 * not to take the memory of a running desk. It ends with the program that started it, and uses
 * scratch schemas, never that of the desk.
 *
 * @param report where {@code report.html} and {@code report.json} are after success
 */
public record TrialProgram(ReplayProcess program, Path report) implements AutoCloseable {

  /**
   * Starts it.
   *
   * @param application whose main method it has, if this program is not a jar
   * @param log the recorded incidents
   * @param live content by file of the release that is live
   * @param sent content by file of what is tried
   * @param folder an empty one, for the files and the reports
   * @param options others of the command {@code backtest}, such as {@code --sample}
   * @param environment in addition to this program's own, such as BATON_DB_URL of the server for
   *     its scratch schemas
   * @param memory of the program at most, in megabytes
   * @param progress hears how far it is, a line every ten seconds
   */
  public static TrialProgram start(
      Class<?> application,
      Path log,
      Map<String, byte[]> live,
      Map<String, byte[]> sent,
      Path folder,
      List<String> options,
      Map<String, String> environment,
      int memory,
      Consumer<String> progress) {
    Path report = folder.resolve("report");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--log",
                log.toString(),
                "--live",
                TrialReleases.write(live, folder.resolve("live")).toString(),
                "--flows",
                TrialReleases.write(sent, folder.resolve("flows")).toString(),
                "--report",
                report.toString()));
    arguments.addAll(options);
    return new TrialProgram(
        ReplayProcess.start("trial", application, arguments, environment, memory, progress),
        report);
  }

  /** Whether it still runs. */
  public boolean isRunning() throws InterruptedException {
    return program.isRunning();
  }

  /** Waits for its end: 0 for success, 2 if the files or options are refused, 1 for a failure. */
  public int exit() throws InterruptedException {
    return program.exit();
  }

  /** All that it wrote so far: the summary, the remarks of the checks, or why it failed. */
  public String said() {
    return program.said();
  }

  /** Ends it, if it still runs. */
  @Override
  public void close() {
    program.close();
  }
}
