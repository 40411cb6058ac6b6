package dev.baton.flow.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * This program once more, for a trial that takes minutes and memory. It ends with the program that
 * started it.
 */
public final class ReplayProcess implements AutoCloseable {

  private static final String PROGRESS = " events (";
  private static final long PATIENCE_SECONDS = 30;

  /** Where the system has it: whatever else runs on the machine goes first. */
  private static final List<String> IDLE_TIME =
      Files.isExecutable(Path.of("/usr/bin/nice"))
          ? List.of("/usr/bin/nice", "-n", "10")
          : List.of();

  private final String name;
  private final Process process;
  private final Thread reader;
  private final List<String> said = new ArrayList<>();

  private ReplayProcess(String name, Process process, Consumer<String> progress) {
    this.name = name;
    this.process = process;
    this.reader = new Thread(() -> read(progress), "trial-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts this program once more.
   *
   * @param application whose main method it has, if it is not a jar
   * @param arguments those of the command {@code backtest}
   * @param environment in addition to the program's own
   * @param memory at most in megabytes
   * @param progress hears how far it is
   */
  static ReplayProcess start(
      String name,
      Class<?> application,
      List<String> arguments,
      Map<String, String> environment,
      int memory,
      Consumer<String> progress) {
    List<String> line = new ArrayList<>(IDLE_TIME);
    line.addAll(
        ShortLivedProgram.line(application, List.of("-Xmx%dm".formatted(memory)), arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      return new ReplayProcess(name, builder.start(), progress);
    } catch (IOException e) {
      throw new UncheckedIOException("The program of the %s did not start".formatted(name), e);
    }
  }

  private void read(Consumer<String> progress) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (said) {
          said.add(line);
        }
        if (line.contains(PROGRESS) && line.endsWith(" left")) {
          progress.accept("%-9s %s".formatted(name + ":", line));
        }
      }
    } catch (IOException gone) {
      // it was ended
    }
  }

  /** Whether it still runs; waits a moment for its end. */
  boolean isRunning() throws InterruptedException {
    return !process.waitFor(100, TimeUnit.MILLISECONDS);
  }

  int exit() throws InterruptedException {
    int code = process.waitFor();
    reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    return code;
  }

  /** All that it wrote. */
  String said() {
    synchronized (said) {
      return String.join(System.lineSeparator(), said);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
