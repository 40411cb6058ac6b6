package dev.baton.database;

import dev.baton.database.DatabaseConfiguration.ConnectionDetails;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Looks at a given server before anything is written to it, and says in plain words what is wrong.
 */
final class ServerCheck {

  private static final int OLDEST_MAJOR = 10;
  private static final int OLDEST_MINOR = 11;

  private ServerCheck() {}

  static void check(ConnectionDetails details) {
    if (!details.url().startsWith("jdbc:mariadb:")) {
      throw new UnusableDatabase(
          "BATON_DB_URL does not name a MariaDB server: " + withoutParameters(details.url()),
          "Set it to jdbc:mariadb://HOST:3306/SCHEMA.");
    }
    try (Connection connection =
        DriverManager.getConnection(details.url(), details.user(), details.password())) {
      checkProduct(connection.getMetaData());
      checkCharset(connection);
    } catch (SQLException e) {
      throw new UnusableDatabase(
          "Cannot connect to database %s as user '%s': %s"
              .formatted(withoutParameters(details.url()), details.user(), e.getMessage()),
          "Check BATON_DB_URL, BATON_DB_USER and BATON_DB_PASSWORD, and that the server runs.",
          e);
    }
  }

  private static void checkProduct(DatabaseMetaData server) throws SQLException {
    int major = server.getDatabaseMajorVersion();
    int minor = server.getDatabaseMinorVersion();
    boolean recent = major > OLDEST_MAJOR || (major == OLDEST_MAJOR && minor >= OLDEST_MINOR);
    if (!"MariaDB".equals(server.getDatabaseProductName()) || !recent) {
      throw new UnusableDatabase(
          "The server is %s %s."
              .formatted(server.getDatabaseProductName(), server.getDatabaseProductVersion()),
          "Baton needs MariaDB %d.%d or later.".formatted(OLDEST_MAJOR, OLDEST_MINOR));
    }
  }

  private static void checkCharset(Connection connection) throws SQLException {
    String schema = connection.getCatalog();
    if (schema == null || schema.isBlank()) {
      throw new UnusableDatabase(
          "BATON_DB_URL does not name a schema.", "Set it to jdbc:mariadb://HOST:3306/SCHEMA.");
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@character_set_database")) {
      row.next();
      String charset = row.getString(1);
      if (!"utf8mb4".equals(charset)) {
        throw new UnusableDatabase(
            "The schema %s stores text as %s, which cannot represent every character."
                .formatted(schema, charset),
            "While it is empty, run: ALTER DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;"
                .formatted(schema));
      }
    }
  }

  /** Parameters of an address may hold a password. */
  private static String withoutParameters(String url) {
    return url.replaceFirst("\\?.*", "");
  }
}
