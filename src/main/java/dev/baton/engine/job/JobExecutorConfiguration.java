package dev.baton.engine.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Replaces the starter's job executor, with the same settings. */
@Configuration
@ConditionalOnJobExecutor
class JobExecutorConfiguration {

  @Bean
  LockedJobs heldJobs(
      CamundaBpmProperties properties,
      JdbcClient database,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new LockedJobs(
        database,
        new TransactionTemplate(transactions),
        clock,
        Duration.ofMillis(properties.getJobExecution().getLockTimeInMillis()),
        "node-" + UUID.randomUUID());
  }

  @Bean
  JobExecutor jobExecutor(
      CamundaBpmProperties properties,
      LockedJobs held,
      @Value("${baton.executor.delivery-threads}") int deliveryThreads,
      @Value("${baton.executor.grace}") Duration grace) {
    JobExecutionProperty given = properties.getJobExecution();
    PooledJobExecutor deliveries =
        new PooledJobExecutor(
            new JobPoolSettings(
                "deliveries",
                List.of(PriorityRange.DELIVERIES),
                deliveryThreads,
                deliveryThreads,
                1,
                grace),
            held);
    DeskJobExecutor jobs =
        new DeskJobExecutor(
            new JobPoolSettings(
                "jobs",
                PriorityRange.OTHERS,
                given.getCorePoolSize(),
                given.getMaxPoolSize(),
                given.getQueueCapacity(),
                grace),
            deliveries,
            held);
    jobs.pools().forEach(each -> set(each, given, held.owner()));
    return jobs;
  }

  private static void set(JobExecutor executor, JobExecutionProperty given, String owner) {
    executor.setLockOwner(owner);
    executor.setLockTimeInMillis(given.getLockTimeInMillis());
    executor.setMaxJobsPerAcquisition(given.getMaxJobsPerAcquisition());
    executor.setWaitTimeInMillis(given.getWaitTimeInMillis());
    executor.setMaxWait(given.getMaxWait());
    executor.setBackoffTimeInMillis(given.getBackoffTimeInMillis());
    executor.setMaxBackoff(given.getMaxBackoff());
    executor.setBackoffDecreaseThreshold(given.getBackoffDecreaseThreshold());
  }

  /** Stops first, since jobs need the rest of the application. */
  @Bean
  JobExecutorStop jobExecutorStop(JobExecutor jobExecutor) {
    return new JobExecutorStop(jobExecutor);
  }

  record JobExecutorStop(JobExecutor jobExecutor) {
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void stop(ContextClosedEvent closing) {
      jobExecutor.shutdown();
    }
  }
}
