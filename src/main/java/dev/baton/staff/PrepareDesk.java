package dev.baton.staff;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Prepares the desk at start-up. Nodes that start together take turns, using a named lock of the
 * database, so that nothing is prepared twice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PrepareDesk implements ApplicationRunner {

  private static final String TAKE = "select get_lock(concat('baton-start-', database()), 120)";
  private static final String GIVE = "select release_lock(concat('baton-start-', database()))";

  private final DataSource database;
  private final List<DeskPreparation> preparations;

  PrepareDesk(DataSource database, List<DeskPreparation> preparations) {
    this.database = database;
    this.preparations = preparations;
  }

  @Override
  public void run(ApplicationArguments arguments) throws SQLException {
    try (Connection connection = database.getConnection()) {
      JdbcClient lock = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      if (lock.sql(TAKE).query(Integer.class).optional().orElse(0) != 1) {
        throw new IllegalStateException(
            "Another node has been preparing the desk for two minutes. Start again when that node"
                + " is up.");
      }
      try {
        preparations.forEach(DeskPreparation::prepare);
      } finally {
        lock.sql(GIVE).query().listOfRows();
      }
    }
  }
}
