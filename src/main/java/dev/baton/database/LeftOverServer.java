package dev.baton.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of a Baton that was killed: it outlives its parent and goes on holding the data. It is
 * asked to stop before the next one starts. A process is taken for it only when its command line
 * names this very data directory, because pids are used again.
 */
final class LeftOverServer {

  private static final Logger log = LoggerFactory.getLogger(LeftOverServer.class);
  private static final int PATIENCE_SECONDS = 120;

  private LeftOverServer() {}

  static void stop(Path dataDirectory, Path serverProgram) {
    find(dataDirectory, serverProgram).ifPresent(server -> stop(dataDirectory, server));
  }

  private static Optional<ProcessHandle> find(Path dataDirectory, Path serverProgram) {
    String wanted = EmbeddedMariaDb.dataDirectoryArgument(dataDirectory);
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .map(arguments -> Arrays.asList(arguments).contains(wanted))
                    .orElse(false))
        .findFirst()
        .or(() -> findByPidFile(dataDirectory.resolve("mariadb.pid"), serverProgram));
  }

  /** For Windows, which tells a process's program but not its arguments. */
  private static Optional<ProcessHandle> findByPidFile(Path pidFile, Path serverProgram) {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
          .filter(process -> process.info().arguments().isEmpty())
          .filter(
              process ->
                  process.info().command().filter(serverProgram.toString()::equals).isPresent());
    } catch (IOException | NumberFormatException noPid) {
      return Optional.empty();
    }
  }

  private static void stop(Path dataDirectory, ProcessHandle server) {
    log.warn(
        "A MariaDB (pid {}) left over from a killed Baton still serves {}; stopping it",
        server.pid(),
        dataDirectory);
    server.destroy();
    try {
      server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new UnusableDatabase(
          "The MariaDB left over from a killed Baton (pid %d) does not stop."
              .formatted(server.pid()),
          "Stop that process, then start again.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a left-over MariaDB stopped", e);
    }
  }
}
