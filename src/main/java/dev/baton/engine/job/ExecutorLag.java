package dev.baton.engine.job;

import dev.baton.engine.EngineQueries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * How far all nodes together are behind with the jobs of the database. Also as the gauges {@code
 * baton.executor.lag} in seconds and {@code baton.executor.failed}; each reading is one query.
 */
@Component
public class ExecutorLag {

  private final EngineQueries views;
  private final Clock clock;

  ExecutorLag(EngineQueries views, Clock clock, MeterRegistry metrics) {
    this.views = views;
    this.clock = clock;
    Gauge.builder("baton.executor.lag", () -> lag().toMillis() / 1_000.0)
        .description("How long the oldest job that could run has been due")
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder("baton.executor.failed", this::failed)
        .description("Jobs that have no retries left and need attention")
        .register(metrics);
  }

  /** Now minus the due date of the oldest job that could run and that no node holds; or zero. */
  public Duration lag() {
    Instant now = clock.instant();
    return views.oldestDue(now).map(due -> Duration.between(due, now)).orElse(Duration.ZERO);
  }

  /** How many jobs failed for the last time and wait for a person. */
  public long failed() {
    return views.failedJobs();
  }
}
