package dev.baton.flow.trial;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * This program once more, with what suits some minutes of work beside a database on few processors.
 * It ends with the program that started it.
 */
public final class ShortLivedProgram {

  private static final String FIRST_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";
  private static final List<String> SETTINGS = List.of(FIRST_COMPILER_ALONE, "-XX:+UseSerialGC");

  /** Set where the program is started by another, which it must not outlive. */
  private static final String ENDS_WITH_INPUT = "baton.backtest.ends-with-input";

  /** A program has one. */
  private static final Pattern COLLECTOR = Pattern.compile("-XX:[+-]Use\\w+GC");

  private static final long PATIENCE_SECONDS = 90;

  private ShortLivedProgram() {}

  /** Whether this program is one. */
  public static boolean isThis() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().contains(FIRST_COMPILER_ALONE);
  }

  /**
   * Runs the command {@code backtest} with the memory and the properties of this program, whose
   * output it shares; returns its exit code.
   *
   * @param application whose main method it has, if it is not a jar
   */
  public static int run(Class<?> application, List<String> arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(line(application, ofThisProgram(), arguments))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process program = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program), "trial-exit"));
      return program.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("The program of the trial did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static void end(Process program) {
    program.destroy();
    try {
      program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> ofThisProgram() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X") || argument.startsWith("-D"))
        .filter(argument -> !COLLECTOR.matcher(argument).matches())
        .toList();
  }

  /**
   * @param ofJava such as the memory
   */
  static List<String> line(Class<?> application, List<String> ofJava, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(ofJava);
    line.addAll(SETTINGS);
    line.add("-D%s=true".formatted(ENDS_WITH_INPUT));
    line.addAll(program(application));
    line.add("backtest");
    line.addAll(arguments);
    return line;
  }

  private static List<String> program(Class<?> application) {
    String classPath = System.getProperty("java.class.path");
    boolean isJar =
        !classPath.contains(File.pathSeparator)
            && classPath.toLowerCase(Locale.ROOT).endsWith(".jar");
    return isJar ? List.of("-jar", classPath) : List.of("-cp", classPath, application.getName());
  }

  /** Lets this program end once nobody writes to it any more, if it was started that way. */
  public static void endWithInput() {
    if (!Boolean.getBoolean(ENDS_WITH_INPUT)) {
      return;
    }
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // nothing is ever said
                }
              } catch (IOException broken) {
                // the same as its end
              }
              System.exit(1);
            },
            "trial-parent");
    watch.setDaemon(true);
    watch.start();
  }
}
