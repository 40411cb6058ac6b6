package dev.baton.flow.backtest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs the command in a process of its own. */
public final class BacktestProcess {

  private static final long PATIENCE_MINUTES = 20; // on a crowded machine

  private BacktestProcess() {}

  /** How it ended, and all that it wrote. */
  public record Ended(int exit, String said) {}

  /**
   * @param folder for what it writes
   */
  public static Ended run(Path folder, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    return run(
        folder, environment, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), options);
  }

  /**
   * @param ofJava further options of its Java
   */
  public static Ended run(
      Path folder, Map<String, String> environment, List<String> ofJava, String... options)
      throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
    line.addAll(ofJava);
    line.addAll(List.of("-cp", classPath(), BacktestProgram.class.getName()));
    line.addAll(List.of(options));
    Path said = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BATON_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroy();
    }
    return new Ended(process.waitFor(), Files.readString(said));
  }

  /** Without what measures the coverage of the flows in tests: it wants a test around it. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("process_test_coverage"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
