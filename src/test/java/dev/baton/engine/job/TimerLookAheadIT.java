package dev.baton.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.engine.EngineQueries;
import dev.baton.engine.TimerProbe;
import dev.baton.support.BatonTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The look-ahead alone, with an executor that only counts how often it was woken. */
@BatonTest
@Import(TimerProbe.InApplication.class)
@ExtendWith(OutputCaptureExtension.class)
class TimerLookAheadIT {

  @Autowired private TimerProbe probe;
  @Autowired private EngineClock clock;
  @Autowired private DataSource dataSource;
  @Autowired private DueJobs jobs;

  private final CountingExecutor executor = new CountingExecutor();
  private Breakable database;
  private TimerLookAhead lookAhead;

  @BeforeEach
  void begin() {
    probe.ready();
    database = new Breakable(dataSource);
    lookAhead = new TimerLookAhead(executor, new EngineQueries(JdbcClient.create(database)), clock);
  }

  @AfterEach
  void end() {
    lookAhead.stop();
    clock.reset();
  }

  @Test
  void wakesOnceForAnInstantAtWhichManyTimersAreDueAndNotBefore() {
    executor.start();
    Instant due = clock.instant().plusMillis(2_500);
    for (int i = 0; i < 20; i++) {
      probe.set("many", due, 0);
    }
    lookAhead.start();

    Awaitility.await().until(() -> executor.woken.get() > 0);
    assertThat(clock.instant()).isAfterOrEqualTo(due).isBefore(due.plusMillis(400));
    staysAt(1);
    jobs.runDue();
  }

  @Test
  void restsWhileTheExecutorDoes() {
    probe.set("rests", clock.instant().plusMillis(1_200), 0);
    lookAhead.start();
    staysAt(0);
    assertThat(database.asked).hasValue(0);
  }

  @Test
  void doesNotSpinWhileTheClockStandsStill() {
    Instant now = clock.instant();
    clock.travelTo(now);
    executor.start();
    probe.set("still", now.plusMillis(5), 0);
    lookAhead.start();
    Awaitility.await().until(() -> database.asked.get() > 0);
    staysAt(0);
    assertThat(database.asked).hasValueLessThan(5);

    clock.travelTo(now.plusMillis(5));
    jobs.runDue();
    clock.reset();
  }

  @Test
  void triesALostDatabaseAgainAndSaysSoOnce(CapturedOutput output) {
    executor.start();
    database.lost = true;
    lookAhead.start();
    Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> database.asked.get() == 2);
    database.lost = false;
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> output.getOut().contains("Timers are looked up ahead again."));
    assertThat(output.getOut()).containsOnlyOnce("Timers cannot be looked up ahead");
  }

  private void staysAt(int times) {
    Awaitility.await()
        .during(Duration.ofMillis(1_600))
        .atMost(Duration.ofSeconds(5))
        .until(() -> executor.woken.get() == times);
  }

  private static final class CountingExecutor extends JobExecutor {
    private final AtomicInteger woken = new AtomicInteger();

    @Override
    public void jobWasAdded() {
      woken.incrementAndGet();
    }

    @Override
    protected void startExecutingJobs() {}

    @Override
    protected void stopExecutingJobs() {}

    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {}
  }

  private static final class Breakable extends DelegatingDataSource {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean lost;

    private Breakable(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      asked.incrementAndGet();
      if (lost) {
        throw new SQLException("The database is gone");
      }
      return super.getConnection();
    }
  }
}
