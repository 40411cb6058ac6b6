package dev.baton.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server in a folder of its own, run as a child process and listening on 127.0.0.1
 * alone. It survives restarts and crashes; one process holds a folder at a time. It may carry
 * several schemas. Its password changes at every start and is never kept.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
  private static final String USER = "baton";
  private static final int START_ATTEMPTS = 3;
  private static final long START_SECONDS = 180;
  private static final long STOP_SECONDS = 60;

  private final FolderLock lock;
  private final Process process;
  private final int port;
  private final String password;

  private EmbeddedMariaDb(FolderLock lock, Process process, int port, String password) {
    this.lock = lock;
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /**
   * How a server treats its data.
   *
   * @param bufferPool memory for pages, in MariaDB's notation ({@code 256M})
   * @param durable whether a commit is on the disk when it returns; without, a crash of the machine
   *     may lose everything, and all is several times faster
   * @param binaries where the server's programs are unpacked to, shared by all servers of a user;
   *     when it cannot be written to, they go to the data folder
   */
  public record Options(String bufferPool, boolean durable, Path binaries) {

    /** For data that matter. */
    public static Options lasting() {
      return new Options("256M", true, defaultBinaries());
    }

    /** For data that are thrown away: tests, back-tests. */
    public static Options scratch() {
      return new Options("256M", false, defaultBinaries());
    }

    public Options withBinaries(Path store) {
      return new Options(bufferPool, durable, store);
    }

    private static Path defaultBinaries() {
      String cache = System.getenv("XDG_CACHE_HOME");
      Path caches =
          cache == null || cache.isBlank()
              ? Path.of(System.getProperty("user.home"), ".cache")
              : Path.of(cache);
      return caches.resolve("baton");
    }
  }

  /**
   * Starts a server on the folder, which is created if need be, and returns when it answers.
   *
   * @throws DatabaseFolderInUse when another process works on this folder
   * @throws UnusableDatabase when the server does not come up
   */
  public static EmbeddedMariaDb start(Path folder, Options options) {
    Path home = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(home);
      home = home.toRealPath();
    } catch (IOException e) {
      throw new UnusableDatabase(
          "The data folder %s cannot be created.".formatted(home),
          "Set baton.data to a folder that this user may write to.",
          e);
    }
    FolderLock lock = FolderLock.acquire(home);
    try {
      Path store = options.binaries().toAbsolutePath();
      MariaDbBinaries binaries =
          MariaDbBinaries.unpackedIn(isWritable(store) ? store : home.resolve("programs"));
      Path data = home.resolve("mariadb");
      LeftOverServer.stop(data, binaries.server());
      binaries.install(data);
      return start(lock, binaries, home, data, options);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedMariaDb start(
      FolderLock lock, MariaDbBinaries binaries, Path home, Path data, Options options) {
    Path errors = home.resolve("mariadb.log");
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      String password = newPassword();
      Path accounts = writeAccounts(home, password);
      try {
        long logged = Files.exists(errors) ? Files.size(errors) : 0;
        Process process = launch(binaries, data, port, accounts, errors, options);
        EmbeddedMariaDb server = new EmbeddedMariaDb(lock, process, port, password);
        if (server.answers()) {
          log.info("MariaDB (pid {}) serves {} on 127.0.0.1:{}", process.pid(), data, port);
          return server;
        }
        process.destroyForcibly();
        String reasons = readFrom(errors, logged);
        // Somebody else may take the free port before the server does.
        if (attempt == START_ATTEMPTS || !reasons.contains("Bind on TCP/IP port")) {
          throw new UnusableDatabase(
              "MariaDB did not start on %s:%n%s".formatted(data, reasons),
              "See the server's log in %s.".formatted(errors));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot run " + binaries.server(), e);
      } finally {
        deleteQuietly(accounts);
      }
    }
  }

  private static Process launch(
      MariaDbBinaries binaries, Path data, int port, Path accounts, Path errors, Options options)
      throws IOException {
    Path temporary = Files.createDirectories(errors.resolveSibling("temporary"));
    List<String> command = new ArrayList<>();
    command.add(binaries.server().toString());
    command.add("--no-defaults"); // must come first
    command.add("--basedir=" + binaries.home());
    command.add(dataDirectoryArgument(data));
    command.add("--log-error=" + errors);
    // A server that starts throws away all temporary tables that it finds, another server's too.
    command.add("--tmpdir=" + temporary);
    command.add("--pid-file=mariadb.pid");
    command.add("--socket=mariadb.sock"); // relative: a socket's whole path is limited to 107
    command.add("--init-file=" + accounts);
    command.add("--bind-address=127.0.0.1");
    command.add("--port=" + port);
    command.add("--skip-name-resolve");
    command.add("--skip-log-bin");
    command.add("--skip-ssl"); // loopback alone; making a key takes seconds
    command.add("--character-set-server=utf8mb4");
    command.add("--collation-server=utf8mb4_unicode_520_ci");
    command.add("--transaction-isolation=READ-COMMITTED");
    command.add("--default-time-zone=+00:00");
    command.add("--max-allowed-packet=64M");
    command.add("--innodb-buffer-pool-size=" + options.bufferPool());
    if (options.durable()) {
      command.add("--innodb-flush-log-at-trx-commit=1");
    } else {
      command.add("--innodb-flush-log-at-trx-commit=2");
      command.add("--debug-no-sync");
    }
    if (runsAsRoot()) {
      command.add("--user=root");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().put("LD_LIBRARY_PATH", binaries.home().resolve("libs").toString());
    builder
        .environment()
        .put("DYLD_FALLBACK_LIBRARY_PATH", binaries.home().resolve("libs").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private boolean answers() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    try {
      while (System.nanoTime() < deadline) {
        try (Connection connection = connect()) {
          return connection.isValid(5);
        } catch (SQLException notYet) {
          if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
            return false;
          }
        }
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(""), USER, password);
  }

  /** The address of a schema on this server. */
  public String jdbcUrl(String schema) {
    return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, schema);
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /** The server's process id. */
  public long pid() {
    return process.pid();
  }

  /** Creates the schema in {@code utf8mb4}, unless it exists. */
  public void createSchema(String schema) {
    execute(
        "CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci"
            .formatted(schema));
  }

  /** Drops the schema with all its data, if it exists. */
  public void dropSchema(String schema) {
    execute("DROP DATABASE IF EXISTS `%s`".formatted(schema));
  }

  private void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("MariaDB refused: " + sql, e);
    }
  }

  /** Stops the server cleanly and waits for its end; what used it must be closed before. */
  @Override
  public void close() {
    if (!process.isAlive()) {
      lock.close();
      return;
    }
    try {
      if (isWindows()) {
        execute("SHUTDOWN"); // there, destroy() would be a kill
      } else {
        process.destroy();
      }
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        log.warn("MariaDB (pid {}) did not stop in {} s; killed", process.pid(), STOP_SECONDS);
        process.destroyForcibly().waitFor();
      }
      log.info("MariaDB stopped");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
  }

  static String dataDirectoryArgument(Path dataDirectory) {
    return "--datadir=" + dataDirectory;
  }

  static boolean runsAsRoot() {
    return !isWindows() && "root".equals(System.getProperty("user.name"));
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  private static boolean isWritable(Path folder) {
    try {
      return Files.isWritable(Files.createDirectories(folder));
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on 127.0.0.1", e);
    }
  }

  private static String newPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Path writeAccounts(Path home, String password) {
    try {
      Path file = Files.createTempFile(home, "accounts", ".sql"); // readable by its owner alone
      return Files.writeString(
          file,
          """
          CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
          GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
          """
              .formatted(USER, password));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + home, e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("Cannot delete {}: {}", file, e.getMessage());
    }
  }

  private static String readFrom(Path file, long offset) throws IOException {
    byte[] all = Files.readAllBytes(file);
    return new String(all, (int) offset, (int) (all.length - offset), StandardCharsets.UTF_8);
  }
}
