package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.Node;
import dev.baton.support.NodeProcess;
import dev.baton.support.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node is killed while it runs jobs; another, which was not there yet, finishes them. */
class TakeOverIT {

  private static final int REPORTS = 150;
  private static final int LOCK_MILLIS = 4_000;
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  /** The grace of running jobs is 6 seconds, and half of it again once they are interrupted. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

  @Test
  void whatAKilledNodeHeldIsTakenOverWithinTheLockTime() {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
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

  @Test
  void aNodeThatIsToldToStopEndsThoughItsJobsDoNotAndAnotherDoesThem() throws Exception {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    String[] settings = {
      "--spring.main.sources=" + StuckSteps.InApplication.class.getName(),
      "--camunda.bpm.job-execution.lock-time-in-millis=" + LOCK_MILLIS
    };
    try (Node other = Node.start(schema, true, settings);
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      JdbcTemplate database = other.bean(JdbcTemplate.class);
      RuntimeService runtime = other.bean(RuntimeService.class);
      JobExecutor executor = other.bean(JobExecutor.class);
      executor.shutdown();
      StuckSteps.prepare(other.bean(RepositoryService.class), database);
      StuckSteps.begin(runtime, "reads");
      StuckSteps.begin(runtime, "spins");
      try (NodeProcess node =
          NodeProcess.start(
              schema,
              "stopped-node",
              settings[0],
              settings[1],
              "--camunda.bpm.job-execution.core-pool-size=2",
              "--camunda.bpm.job-execution.max-pool-size=2",
              "--stuck.port=" + silent.getLocalPort())) {
        await(LONGEST_START, () -> StuckSteps.happened(database, "stuck", "begun") == 2);
        StuckSteps.begin(runtime, "waits for a thread");
        await(LONGEST_START, () -> StuckSteps.locked(database, 0) == 3);

        executor.start();
        Instant outlived = Instant.now().plusMillis(LOCK_MILLIS);
        await(LONGEST_START, () -> Instant.now().isAfter(outlived));
        await(LONGEST_START, () -> StuckSteps.locked(database, LOCK_MILLIS / 3) == 3);
        assertThat(StuckSteps.happened(database, "other", "begun"))
            .as("steps that were begun again while the node that has them lives")
            .isZero();

        node.terminate();
        await(Duration.ofSeconds(5), () -> StuckSteps.happened(database, "other", "ended") == 1);
        await(LONGEST_STOP, () -> !node.isAlive());
      }
      await(
          Duration.ofMillis(LOCK_MILLIS).plusSeconds(10), () -> StuckSteps.waiting(database) == 0);
      assertThat(StuckSteps.happened(database, "other", "begun")).isEqualTo(3);
      assertThat(StuckSteps.happened(database, "other", "ended")).isEqualTo(3);
      assertThat(StuckSteps.happened(database, "stuck", "ended")).isZero();
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
