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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A node is killed, or told to stop, while it runs jobs; another, which ran none until then,
 * finishes them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeOverIT {

  private static final int REPORTS = 60;
  private static final int LOCK_MILLIS = 4_000;
  private static final Duration LONGEST_START = Duration.ofMinutes(10);

  /** The grace of running jobs is 6 seconds, and half of it again once they are interrupted. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

  private static final String STUCK_STEPS =
      "--spring.main.sources=" + StuckSteps.InApplication.class.getName();

  /** Of the nodes that end; the other keeps the usual one. */
  private static final String LOCK_TIME =
      "--camunda.bpm.job-execution.lock-time-in-millis=" + LOCK_MILLIS;

  private TestDatabase.Schema schema;
  private Node other;
  private JdbcTemplate database;
  private JobExecutor executor;

  @BeforeAll
  void startTheOther() {
    schema = TestDatabase.deskSchema();
    other = Node.start(schema, true, STUCK_STEPS);
    database = other.bean(JdbcTemplate.class);
    executor = other.bean(JobExecutor.class);
    StuckSteps.prepare(other.bean(RepositoryService.class), database);
  }

  @AfterAll
  void closeTheOther() {
    if (other != null) {
      other.close();
    }
    schema.drop();
  }

  @BeforeEach
  void letTheOtherRest() {
    executor.shutdown();
  }

  @Test
  void whatAKilledNodeHeldIsTakenOverWithinTheLockTime() {
    for (int i = 0; i < REPORTS; i++) {
      other.desk().defaultReport().report();
    }
    NodeProcess doomed = NodeProcess.start(schema, "killed-node", LOCK_TIME);
    try {
      await(LONGEST_START, () -> !doomed.isAlive() || held(database) > 0);
    } finally {
      doomed.kill();
    }
    assertThat(held(database)).as("jobs that the killed node held").isPositive();
    assertThat(waiting(database)).isPositive();

    executor.start();
    long start = System.nanoTime();
    await(Duration.ofSeconds(60), () -> waiting(database) == 0);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("from the other node's start until all was done")
        .isLessThan(Duration.ofMillis(LOCK_MILLIS).plusSeconds(15));
    assertThat(routedTwice(database)).isZero();
  }

  @Test
  void aNodeThatIsToldToStopEndsThoughItsJobsDoNotAndAnotherDoesThem() throws Exception {
    RuntimeService runtime = other.bean(RuntimeService.class);
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      StuckSteps.begin(runtime, "reads");
      StuckSteps.begin(runtime, "spins");
      try (NodeProcess node =
          NodeProcess.start(
              schema,
              "stopped-node",
              STUCK_STEPS,
              LOCK_TIME,
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
