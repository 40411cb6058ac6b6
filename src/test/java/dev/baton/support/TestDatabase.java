package dev.baton.support;

import dev.baton.database.DatabaseFolderInUse;
import dev.baton.database.EmbeddedMariaDb;
import dev.baton.engine.schema.MigratedSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/**
 * One MariaDB server for all tests of a JVM, started by the first that asks and stopped after the
 * last application has closed. Its folder below {@code target} is kept for the next run, whose
 * start then takes a second and also clears away what a killed run left.
 */
public final class TestDatabase {

  private static final String PREFIX = "test_";
  private static final AtomicInteger schemas = new AtomicInteger();

  private TestDatabase() {}

  /** An empty schema that nobody else uses. */
  public static Schema freshSchema() {
    String name = PREFIX + schemas.incrementAndGet();
    server().createSchema(name);
    return new Schema(name);
  }

  /** A schema that nobody else uses, with all tables of the desk and nothing in them. */
  public static Schema deskSchema() {
    Schema schema = freshSchema();
    Migrated.TEMPLATE.copyTo(schema);
    return schema;
  }

  /** The server itself, for tests that need a schema of another kind. */
  public static EmbeddedMariaDb server() {
    return Running.SERVER;
  }

  /** A schema on the tests' server. */
  public record Schema(String name) implements SchemaAccess {

    @Override
    public String url() {
      return server().jdbcUrl(name);
    }

    @Override
    public String user() {
      return server().user();
    }

    @Override
    public String password() {
      return server().password();
    }

    public Connection connect() throws SQLException {
      return DriverManager.getConnection(url(), user(), password());
    }

    public void drop() {
      server().dropSchema(name);
    }
  }

  /** Migrates once at first use. */
  private static final class Migrated {

    static final SchemaTemplate TEMPLATE = migrated();

    private static SchemaTemplate migrated() {
      Schema schema = freshSchema();
      MigratedSchema.buildIn(schema);
      return SchemaTemplate.of(schema);
    }
  }

  /** Starts the server at first use. */
  private static final class Running {

    static final EmbeddedMariaDb SERVER = start();

    private static EmbeddedMariaDb start() {
      EmbeddedMariaDb server = startInFreeFolder();
      // These run after all applications have closed; a plain shutdown hook would run beside them.
      SpringApplication.getShutdownHandlers().add(server::close);
      dropLeftOvers(server);
      return server;
    }

    private static EmbeddedMariaDb startInFreeFolder() {
      for (int slot = 1; ; slot++) {
        try {
          return EmbeddedMariaDb.start(
              Path.of("target", "test-database", "" + slot), EmbeddedMariaDb.Options.scratch());
        } catch (DatabaseFolderInUse anotherTestRun) {
          // try the next one
        }
      }
    }

    private static void dropLeftOvers(EmbeddedMariaDb server) {
      List<String> leftOvers = new ArrayList<>();
      try (Connection connection =
              DriverManager.getConnection(server.jdbcUrl(""), server.user(), server.password());
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SHOW DATABASES LIKE 'test\\_%'")) {
        while (rows.next()) {
          leftOvers.add(rows.getString(1));
        }
      } catch (SQLException e) {
        throw new IllegalStateException("Cannot list the schemas of the last run", e);
      }
      leftOvers.forEach(server::dropSchema);
    }
  }
}
