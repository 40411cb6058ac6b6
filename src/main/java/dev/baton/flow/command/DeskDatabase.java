package dev.baton.flow.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.StringUtils;

/** The database of the desk that the environment names, such as by {@code BATON_DB_URL}. */
public final class DeskDatabase {

  private static final String PATIENCE_MS = "5000";

  private DeskDatabase() {}

  public static boolean isNamed(Environment environment) {
    return StringUtils.hasText(environment.getProperty("baton.db.url"));
  }

  /**
   * @throws SQLException if it does not answer
   */
  public static DataSource open(Environment environment) throws SQLException {
    DriverManagerDataSource database =
        new DriverManagerDataSource(
            environment.getProperty("baton.db.url", ""),
            environment.getProperty("baton.db.user", ""),
            environment.getProperty("baton.db.password", ""));
    Properties settings = new Properties();
    settings.put("connectTimeout", PATIENCE_MS);
    settings.put("connectionTimeZone", "UTC");
    settings.put("forceConnectionTimeZoneToSession", "true");
    database.setConnectionProperties(settings);
    try (Connection connection = database.getConnection()) {
      if (!connection.isValid(1)) {
        throw new SQLException("no answer");
      }
    }
    return database;
  }
}
