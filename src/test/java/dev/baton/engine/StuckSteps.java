package dev.baton.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A flow of one step in the background, which never ends on a node that was given a port of a
 * server that never answers. Each begin and end of a step is written down apart from its
 * transaction.
 */
public final class StuckSteps implements JavaDelegate {

  private static final String FLOW = "stuckSteps";

  private final DataSource database;
  private final int port;

  private StuckSteps(DataSource database, int port) {
    this.database = database;
    this.port = port;
  }

  /** Add this to the application's sources. */
  public static class InApplication {
    @Bean
    StuckSteps stuckSteps(DataSource database, @Value("${stuck.port:0}") int port) {
      return new StuckSteps(database, port);
    }
  }

  static void prepare(RepositoryService repository, JdbcTemplate database) {
    database.execute(
        "create table stuck_step (node varchar(20) not null, step varchar(20) not null,"
            + " happened varchar(20) not null) engine = InnoDB");
    repository
        .createDeployment()
        .addModelInstance(
            "stuck-steps.bpmn",
            Bpmn.createExecutableProcess(FLOW)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("step")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${stuckSteps}")
                .endEvent()
                .done())
        .deploy();
  }

  /**
   * @param step {@code reads} from the server, {@code spins} without end whoever interrupts it;
   *     everything else ends at once
   */
  static void begin(RuntimeService runtime, String step) {
    runtime.startProcessInstanceByKey(FLOW, step);
  }

  /** How many of its steps a node has locked until later than that many milliseconds from now. */
  static long locked(JdbcTemplate database, long moreThanMillis) {
    return count(
        database,
        "select count(*) from ACT_RU_JOB where PROCESS_DEF_KEY_ = ? and LOCK_OWNER_ is not null"
            + " and LOCK_EXP_TIME_ > now(3) + interval ? microsecond",
        FLOW,
        moreThanMillis * 1_000);
  }

  static long waiting(JdbcTemplate database) {
    return count(
        database, "select count(*) from ACT_RU_EXECUTION where PROC_DEF_ID_ like ?", FLOW + ":%");
  }

  static long happened(JdbcTemplate database, String node, String what) {
    return count(
        database, "select count(*) from stuck_step where node = ? and happened = ?", node, what);
  }

  private static long count(JdbcTemplate database, String sql, Object... given) {
    Long found = database.queryForObject(sql, Long.class, given);
    return found == null ? 0 : found;
  }

  @Override
  public void execute(DelegateExecution execution) throws IOException, SQLException {
    String step = execution.getProcessBusinessKey();
    note(step, "begun");
    if (port > 0 && step.equals("reads")) {
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        note(step, "answer " + server.getInputStream().read());
      }
    }
    while (port > 0 && step.equals("spins")) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      Thread.interrupted();
    }
    note(step, "ended");
  }

  private void note(String step, String what) throws SQLException {
    try (Connection own = database.getConnection();
        PreparedStatement insert =
            own.prepareStatement("insert into stuck_step values (?, ?, ?)")) {
      insert.setString(1, port > 0 ? "stuck" : "other");
      insert.setString(2, step);
      insert.setString(3, what);
      insert.executeUpdate();
      if (!own.getAutoCommit()) {
        own.commit();
      }
    }
  }
}
