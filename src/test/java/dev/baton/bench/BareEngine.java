package dev.baton.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.database.EmbeddedMariaDb;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The engine without a desk around it, on a schema of its own of the same server: one timer, one
 * step that does nothing, the end. Executor, pool, columns and indexes are those of the desk.
 */
final class BareEngine implements AutoCloseable {

  private static final String[] MIGRATIONS = {
    "db/migration/V2__engine_columns_and_indexes.sql", "db/migration/V29__engine_timers.sql"
  };
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);

  private final HikariDataSource dataSource;
  private final ProcessEngine engine;
  private final DefaultJobExecutor executor;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong first = new AtomicLong();
  private volatile long last;

  /** What a drain did: jobs, from the first to the last of them. */
  record Drain(long jobs, double seconds, Duration firstLate) {
    double perSecond() {
      return jobs / seconds;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d jobs in %.1f s: %.0f a second; the first %d ms late",
          jobs,
          seconds,
          perSecond(),
          firstLate.toMillis());
    }
  }

  /** The schema must not be there yet; {@code tuning} is the desk's. */
  static BareEngine open(EmbeddedMariaDb server, String schema, CamundaBpmProperties tuning) {
    server.createSchema(schema);
    return new BareEngine(server, schema, tuning);
  }

  private BareEngine(EmbeddedMariaDb server, String schema, CamundaBpmProperties tuning) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(server.jdbcUrl(schema));
    pool.setUsername(server.user());
    pool.setPassword(server.password());
    pool.setMaximumPoolSize(16);
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.addDataSourceProperty("nullDatabaseMeansCurrent", "true");
    dataSource = new HikariDataSource(pool);
    executor = executorLike(tuning.getJobExecution());
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(schema);
    configuration.setDataSource(dataSource);
    configuration.setDatabaseType("mysql");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJdbcBatchProcessing(true);
    configuration.setHistory("full");
    configuration.setMetricsEnabled(false);
    configuration.setJobExecutor(executor);
    configuration.setJobExecutorActivate(false);
    configuration.setJobExecutorAcquireByPriority(true);
    configuration.setJobExecutorAcquireByDueDate(true);
    configuration.setBeans(Map.of("step", (JavaDelegate) execution -> note()));
    engine = configuration.buildProcessEngine();
    for (String migration : MIGRATIONS) {
      new ResourceDatabasePopulator(new ClassPathResource(migration)).execute(dataSource);
    }
    deploy();
  }

  private static DefaultJobExecutor executorLike(JobExecutionProperty tuning) {
    DefaultJobExecutor executor = new DefaultJobExecutor();
    executor.setCorePoolSize(tuning.getCorePoolSize());
    executor.setMaxPoolSize(tuning.getMaxPoolSize());
    executor.setQueueSize(tuning.getQueueCapacity());
    executor.setMaxJobsPerAcquisition(tuning.getMaxJobsPerAcquisition());
    executor.setWaitTimeInMillis(tuning.getWaitTimeInMillis());
    executor.setMaxWait(tuning.getMaxWait());
    executor.setLockTimeInMillis(tuning.getLockTimeInMillis());
    executor.setBackoffTimeInMillis(tuning.getBackoffTimeInMillis());
    executor.setMaxBackoff(tuning.getMaxBackoff());
    executor.setBackoffDecreaseThreshold(tuning.getBackoffDecreaseThreshold());
    executor.setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
    return executor;
  }

  private void deploy() {
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "timer.bpmn",
            Bpmn.createExecutableProcess("timer")
                .camundaHistoryTimeToLive(1)
                .camundaJobPriority("50")
                .startEvent()
                .intermediateCatchEvent("due")
                .timerWithDate("${dueAt}")
                .serviceTask("step")
                .camundaDelegateExpression("${step}")
                .endEvent()
                .done())
        .deploy();
  }

  private void note() {
    last = System.currentTimeMillis();
    first.compareAndSet(0, last);
    done.incrementAndGet();
  }

  /** Sets the timers; the instant should be after all of them are set. */
  void setTimers(int count, Instant due) {
    AtomicInteger left = new AtomicInteger(count);
    Load.run(
        4,
        () -> {
          while (left.getAndDecrement() > 0) {
            engine
                .getRuntimeService()
                .startProcessInstanceByKey("timer", Map.of("dueAt", Date.from(due)));
          }
          return null;
        });
  }

  /** Starts the executor, and waits until that many timers, due at the instant, are done. */
  Drain drain(int count, Instant due) {
    done.set(0);
    first.set(0);
    executor.start();
    long end = System.nanoTime() + LONGEST_DRAIN.toNanos();
    while (done.get() < count && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
    }
    executor.shutdown();
    return new Drain(
        done.get(),
        Math.max(1, last - first.get()) / 1_000.0,
        Duration.ofMillis(first.get() - due.toEpochMilli()));
  }

  @Override
  public void close() {
    engine.close();
    dataSource.close();
  }
}
