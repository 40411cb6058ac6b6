package dev.baton.flow.backtest.replay;

import com.sun.management.OperatingSystemMXBean;
import dev.baton.database.EmbeddedMariaDb;
import dev.baton.database.UnusableDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** An empty schema of the back-test's own, which is gone when it is closed, however often. */
public final class ScratchDatabase implements AutoCloseable {

  private static final String PREFIX = "baton_backtest_";

  /** The server may put off all writing: nothing of it is wanted after a crash. */
  private static final List<String> UNHURRIED =
      List.of(
          "set global innodb_flush_log_at_trx_commit = 0",
          "set global innodb_log_file_size = 1073741824",
          "set global innodb_file_per_table = 0");

  private static final Pattern SERVER =
      Pattern.compile("(jdbc:mariadb:[^?]*//[^/?]+/)[^?]*(\\?.*)?");

  private final String url;
  private final String user;
  private final String password;
  private final Removal removal;
  private boolean closed;

  private ScratchDatabase(String url, String user, String password, Removal removal) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.removal = removal;
  }

  private interface Removal {
    void remove() throws IOException, SQLException;
  }

  /** A server of its own in a temporary folder, which does not wait for the disk. */
  public static ScratchDatabase embedded() {
    Path folder = temporaryFolder();
    try {
      EmbeddedMariaDb server =
          EmbeddedMariaDb.start(
              folder,
              new EmbeddedMariaDb.Options(
                  bufferPool(), false, EmbeddedMariaDb.Options.scratch().binaries()));
      String schema = PREFIX + "scratch";
      server.createSchema(schema);
      for (String setting : UNHURRIED) {
        execute(server.jdbcUrl(schema), server.user(), server.password(), setting);
      }
      return new ScratchDatabase(
          server.jdbcUrl(schema),
          server.user(),
          server.password(),
          () -> {
            server.close();
            FileSystemUtils.deleteRecursively(folder);
          });
    } catch (RuntimeException e) {
      FileSystemUtils.deleteRecursively(folder.toFile());
      throw e;
    }
  }

  /**
   * A quarter of the machine's memory, at most two gigabytes: a year of a desk grows to twice that,
   * and a server that pages is slower with every event.
   */
  private static String bufferPool() {
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return Math.max(256, Math.min(2048, memory / 4 / (1 << 20))) + "M";
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("baton-backtest-");
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder for the scratch database", e);
    }
  }

  /** A schema beside the one that the address names, which itself is not touched. */
  static ScratchDatabase on(String url, String user, String password, String stamp) {
    Matcher server = SERVER.matcher(url);
    if (!server.matches()) {
      throw new UnusableDatabase(
          "BATON_DB_URL does not name a MariaDB server and schema.",
          "Set it to jdbc:mariadb://HOST:3306/SCHEMA.");
    }
    String schema = PREFIX + stamp;
    String parameters = server.group(2) == null ? "" : server.group(2);
    String bare = server.group(1) + parameters;
    execute(bare, user, password, "create schema " + schema + " character set utf8mb4");
    return new ScratchDatabase(
        server.group(1) + schema + parameters,
        user,
        password,
        () -> execute(bare, user, password, "drop schema if exists " + schema));
  }

  /** Another schema on the same server, with which it goes. */
  public ScratchDatabase another(String stamp) {
    ScratchDatabase another = on(url, user, password, stamp);
    return new ScratchDatabase(another.url, user, password, () -> {});
  }

  private static void execute(String url, String user, String password, String statement) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new UnusableDatabase(
          "The database refused \"%s\": %s".formatted(statement, e.getMessage()),
          "The user of BATON_DB_USER must be allowed to create and drop schemas baton_backtest_*.",
          e);
    }
  }

  public String url() {
    return url;
  }

  public String user() {
    return user;
  }

  public String password() {
    return password;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      removal.remove();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The scratch database could not be removed", e);
    }
  }
}
