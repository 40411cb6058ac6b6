package dev.baton.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.engine.TimerProbe;
import dev.baton.support.BatonTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What counts as the executor being behind. */
@BatonTest
@Import(TimerProbe.InApplication.class)
class ExecutorLagIT {

  @Autowired private TimerProbe probe;
  @Autowired private EngineClock clock;
  @Autowired private ExecutorLag executor;
  @Autowired private DueJobs jobs;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private MeterRegistry metrics;
  @Autowired private JdbcTemplate database;
  @Autowired private TransactionTemplate transaction;

  private Instant now;
  private String instance;

  @BeforeEach
  void setATimer() {
    probe.ready();
    now = clock.instant();
    clock.travelTo(now);
    jobs.runDue();
    instance = probe.set("late", now.plusMillis(1_500), 0);
  }

  @AfterEach
  void tidyUp() {
    runtime.deleteProcessInstance(instance, "told");
    clock.reset();
  }

  @Test
  void isNothingBeforeATimerIsDueAndThenWhatItWaits() {
    assertThat(executor.lag()).isZero();
    clock.travelTo(now.plusMillis(3_700));
    assertThat(executor.lag()).hasMillis(2_200);
    assertThat(metrics.get("baton.executor.lag").gauge().value()).isEqualTo(2.2);
  }

  @Test
  void leavesOutWhatALivingNodeHoldsButNotWhatADeadOneHeld() {
    clock.travelTo(now.plusSeconds(10));
    lockUntil(now.plusSeconds(30));
    assertThat(executor.lag()).isZero();
    clock.travelTo(now.plusSeconds(31));
    assertThat(executor.lag()).isGreaterThan(Duration.ofSeconds(29));
  }

  @Test
  void leavesOutWhatFailedForTheLastTimeAndCountsIt() {
    clock.travelTo(now.plusSeconds(10));
    long before = executor.failed();
    String job = management.createJobQuery().processInstanceId(instance).singleResult().getId();
    management.setJobRetries(job, 0);
    assertThat(executor.lag()).isZero();
    assertThat(executor.failed()).isEqualTo(before + 1);
    assertThat(metrics.get("baton.executor.failed").gauge().value()).isEqualTo(before + 1.0);
  }

  private void lockUntil(Instant until) {
    transaction.executeWithoutResult(
        status ->
            database.update(
                "update ACT_RU_JOB set LOCK_OWNER_ = 'node', LOCK_EXP_TIME_ = ?"
                    + " where PROCESS_INSTANCE_ID_ = ?",
                Timestamp.from(until),
                instance));
  }
}
