package dev.baton.support;

import dev.baton.database.EmbeddedMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/**
 * A MariaDB server of its own that flushes at every commit, with one schema, which can crash and
 * come back: its address, its user and its data stay. Its folder is deleted at the end.
 */
public final class RestartableDatabase implements SchemaAccess, AutoCloseable {

  private static final String SCHEMA = "desk";
  private static final String USER = "desk";

  private final Path folder;
  private final String password = UUID.randomUUID().toString();
  private final Forwarder door = new Forwarder();
  private EmbeddedMariaDb server;

  private RestartableDatabase(Path folder) {
    this.folder = folder;
  }

  public static RestartableDatabase open() {
    RestartableDatabase database = new RestartableDatabase(newFolder());
    database.restart();
    database.furnish();
    return database;
  }

  private static Path newFolder() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      return Files.createTempDirectory(target, "restartable-database-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's own password changes at each start; this user's does not. */
  private void furnish() {
    server.createSchema(SCHEMA);
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(""), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE USER '%s'@'127.0.0.1' IDENTIFIED BY '%s'".formatted(USER, password));
      statement.execute("GRANT ALL ON `%s`.* TO '%s'@'127.0.0.1'".formatted(SCHEMA, USER));
    } catch (SQLException e) {
      throw new IllegalStateException("The schema's user cannot be created", e);
    }
  }

  /** The server is killed, in the middle of whatever it does. */
  public synchronized void crash() {
    door.leadNowhere();
    ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
    process.destroyForcibly(); // SIGKILL
    process.onExit().join();
    server.close();
  }

  /** Returns when it answers again. */
  public synchronized void restart() {
    server = EmbeddedMariaDb.start(folder, EmbeddedMariaDb.Options.lasting());
    door.leadTo(URI.create(server.jdbcUrl("").substring("jdbc:".length())).getPort());
  }

  @Override
  public String url() {
    return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(door.port(), SCHEMA);
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String password() {
    return password;
  }

  @Override
  public synchronized void close() {
    door.close();
    server.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }
}
