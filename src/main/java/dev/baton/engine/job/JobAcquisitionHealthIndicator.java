package dev.baton.engine.job;

import java.time.Duration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Part of liveness: down when the threads that acquire this node's jobs are dead, or have not asked
 * for any for {@code baton.executor.silence-limit}. A restart helps then.
 */
@Component
@ConditionalOnJobExecutor
class JobAcquisitionHealthIndicator extends AbstractHealthIndicator {

  private final DeskJobExecutor executor;
  private final LockedJobs held;
  private final Duration limit;

  JobAcquisitionHealthIndicator(
      JobExecutor executor,
      LockedJobs held,
      @Value("${baton.executor.silence-limit}") Duration limit) {
    this.executor = (DeskJobExecutor) executor;
    this.held = held;
    this.limit = limit;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up().withDetail("longestJobSeconds", held.longest().toMillis() / 1_000.0);
    for (PooledJobExecutor pool : executor.pools()) {
      if (!pool.isAcquiring() || pool.silence().compareTo(limit) > 0) {
        health.down();
      }
      health
          .withDetail(pool.getName() + "SilentSeconds", pool.silence().toMillis() / 1_000.0)
          .withDetail(pool.getName() + "Restarts", pool.restarts());
    }
  }
}
