package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.Node;
import dev.baton.support.NodeProcess;
import dev.baton.support.TestDatabase;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node is killed while it runs jobs; another, which was not there yet, finishes them. */
class TakeOverIT {

  private static final int REPORTS = 150;
  private static final int LOCK_MILLIS = 4_000;
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  @Test
  void whatAKilledNodeHeldIsTakenOverWithinTheLockTime() {
    TestDatabase.Schema schema = TestDatabase.freshSchema();
    try (Node reporting = Node.start(schema, false)) {
      JdbcTemplate database = reporting.bean(JdbcTemplate.class);
      for (int i = 0; i < REPORTS; i++) {
        reporting.desk().defaultReport().report();
      }
      NodeProcess doomed =
          NodeProcess.start(
              schema,
              "killed-node",
              "--camunda.bpm.job-execution.lock-time-in-millis=" + LOCK_MILLIS);
      try {
        await(LONGEST_START, () -> !doomed.isAlive() || held(database) > 0);
      } finally {
        doomed.kill();
      }
      assertThat(held(database)).as("jobs that the killed node held").isPositive();
      assertThat(waiting(database)).isPositive();

      try (Node other = Node.start(schema, true)) {
        long start = System.nanoTime();
        await(Duration.ofSeconds(60), () -> waiting(database) == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .as("from the other node's start until all was done")
            .isLessThan(Duration.ofMillis(LOCK_MILLIS).plusSeconds(15));
      }
      assertThat(routedTwice(database)).isZero();
    } finally {
      schema.drop();
    }
  }

  private static void await(Duration atMost, Callable<Boolean> condition) {
    Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(5)).until(condition);
  }

  private static long held(JdbcTemplate database) {
    return count(database, "select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null");
  }

  private static long waiting(JdbcTemplate database) {
    return count(database, "select count(*) from incident where status = 'RECEIVED'");
  }

  private static long routedTwice(JdbcTemplate database) {
    return count(
        database,
        """
        select count(*) from (select incident_id from journal_entry where kind = 'ROUTED'
        group by incident_id having count(*) <> 1) twice
        """);
  }

  private static long count(JdbcTemplate database, String sql) {
    Long found = database.queryForObject(sql, Long.class);
    return found == null ? 0 : found;
  }
}
