package dev.baton.engine.job;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Out of service when due jobs wait longer than {@code baton.executor.lag-limit}. All nodes say the
 * same, for the database is one: this is for people, and no part of readiness, by which a load
 * balancer would take every node away at once.
 */
@Component
@ConditionalOnJobExecutor
class ExecutorHealthIndicator extends AbstractHealthIndicator {

  private final ExecutorLag executor;
  private final Duration limit;

  ExecutorHealthIndicator(
      ExecutorLag executor, @Value("${baton.executor.lag-limit}") Duration limit) {
    super("The jobs of the engine cannot be read");
    this.executor = executor;
    this.limit = limit;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Duration lag = executor.lag();
    (lag.compareTo(limit) > 0 ? health.outOfService() : health.up())
        .withDetail("lagSeconds", lag.toMillis() / 1_000.0)
        .withDetail("limitSeconds", limit.toSeconds())
        .withDetail("failedJobs", executor.failed());
  }
}
