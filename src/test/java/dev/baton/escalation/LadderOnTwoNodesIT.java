package dev.baton.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FlowConflict;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.support.Node;
import dev.baton.support.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes that raise at once: for each incident there is one escalation, and it knows both. */
class LadderOnTwoNodesIT {

  private static final int INCIDENTS = 25;

  @Test
  void twoTriggersAtOnceOnTwoNodesClimbOneLadder() throws Exception {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    try (Node one = Node.start(schema, true);
        Node other = Node.start(schema, true)) {
      JdbcTemplate database = one.bean(JdbcTemplate.class);
      List<IncidentNumber> numbers = reported(one, database);
      raiseAtBoth(one, other, numbers);
      await(database, "select count(*) from escalation where state <> 'TOLD'", 0);

      assertThat(count(database, "select count(*) from escalation")).isEqualTo(INCIDENTS);
      assertThat(count(database, "select count(*) from escalation_log_entry where kind = 'RAISED'"))
          .isEqualTo(2L * INCIDENTS);
      assertThat(
              database.queryForList(
                  "select escalation_id from escalation_log_entry where kind = 'TOLD'"
                      + " group by escalation_id, rung, round having count(*) > 1"))
          .as("escalations that told a rung twice")
          .isEmpty();
      assertThat(
              count(
                  database,
                  "select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'acknowledgeEscalation'"))
          .isEqualTo(INCIDENTS);
      assertThat(count(database, "select count(*) from ACT_RU_INCIDENT")).isZero();
    } finally {
      schema.drop();
    }
  }

  private static List<IncidentNumber> reported(Node node, JdbcTemplate database) {
    List<IncidentNumber> numbers = new ArrayList<>();
    for (int i = 0; i < INCIDENTS; i++) {
      numbers.add(node.desk().defaultReport().rated(Level.HIGH, Level.MEDIUM).report());
    }
    await(database, "select count(*) from incident where status = 'RECEIVED'", 0);
    return numbers;
  }

  private static void raiseAtBoth(Node one, Node other, List<IncidentNumber> numbers)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> raises = new ArrayList<>();
      for (IncidentNumber number : numbers) {
        raises.add(() -> raise(one, number, Trigger.RESOLUTION_AT_RISK));
        raises.add(() -> raise(other, number, Trigger.RESOLUTION_BREACHED));
      }
      for (Future<Boolean> raised : threads.invokeAll(raises)) {
        assertThat(raised.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  /** Again when another was first, as the engine does with a job. */
  private static boolean raise(Node node, IncidentNumber number, Trigger trigger) {
    Escalations escalations = node.bean(Escalations.class);
    for (int attempt = 0; attempt < 50; attempt++) {
      try {
        escalations.raise(number, trigger, trigger + ":" + number, null);
        return true;
      } catch (FlowConflict | ConcurrencyFailureException another) {
        Thread.onSpinWait();
      }
    }
    return false;
  }

  private static void await(JdbcTemplate database, String query, long expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> count(database, query), found -> found == expected);
  }

  private static long count(JdbcTemplate database, String query) {
    Long found = database.queryForObject(query, Long.class);
    return found == null ? 0 : found;
  }
}
