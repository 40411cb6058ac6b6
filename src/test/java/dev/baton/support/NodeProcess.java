package dev.baton.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One node of a desk as a process of its own, which can be killed. It runs jobs; its web server
 * listens on a free port. Another node must have built the schema. It writes to {@code
 * target/nodes/PID/NAME.log}, with the test's process id.
 */
public final class NodeProcess implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  private final Process process;
  private final Path log;

  private NodeProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it and returns at once.
   *
   * @param settings such as {@code --baton.demo=false}; {@code --spring.main.sources=CLASS} adds a
   *     bean
   */
  public static NodeProcess start(SchemaAccess schema, String name, String... settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.baton.BatonApplication",
                "--baton.db.url=" + schema.url(),
                "--baton.db.user=" + schema.user(),
                "--baton.demo=false",
                "--baton.sign-in.password-strength=4",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.autoconfigure.exclude=" + Node.COVERAGE));
    command.addAll(List.of(settings));
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().put("BATON_DB_PASSWORD", schema.password());
    try {
      Path folder = Path.of("target", "nodes", "" + ProcessHandle.current().pid());
      Path log = Files.createDirectories(folder).resolve(name + ".log");
      return new NodeProcess(
          program.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException("The node cannot be started", e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it has started; its jobs run within a second of it. */
  public boolean isReady() {
    return isAlive() && logged().contains("Started BatonApplication");
  }

  /** Where its web server listens, once it is ready. */
  public int port() {
    Matcher port = PORT.matcher(logged());
    if (!port.find()) {
      throw new IllegalStateException("It does not say where it listens");
    }
    return Integer.parseInt(port.group(1));
  }

  /** All that it has written so far. */
  public String logged() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM; returns at once. */
  public void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    kill();
  }
}
