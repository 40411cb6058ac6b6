package dev.baton.flow.backtest;

import dev.baton.engine.StoredLiveFiles;
import dev.baton.flow.backtest.replay.InvalidUsage;
import dev.baton.flow.command.DeskDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk that the environment names by the address of its database, which is only read. */
public final class NamedDesk {

  private NamedDesk() {}

  /**
   * @throws InvalidUsage if none is named, or it does not answer
   */
  static JdbcClient database() {
    Environment environment = new StandardEnvironment();
    if (!DeskDatabase.isNamed(environment)) {
      throw new InvalidUsage(
          "Name the desk's database: BATON_DB_URL, BATON_DB_USER, BATON_DB_PASSWORD.");
    }
    try {
      return JdbcClient.create(DeskDatabase.open(environment));
    } catch (SQLException e) {
      throw new InvalidUsage(
          "The database of BATON_DB_URL does not answer: %s".formatted(e.getMessage()));
    }
  }

  /**
   * Content by file of what is live.
   *
   * @throws InvalidUsage if nothing is
   */
  public static Map<String, byte[]> liveFiles() {
    Map<String, byte[]> live = new StoredLiveFiles(database()).now();
    if (live.isEmpty()) {
      throw new InvalidUsage("No flow is live on this desk yet.");
    }
    return live;
  }
}
