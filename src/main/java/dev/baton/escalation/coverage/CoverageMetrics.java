package dev.baton.escalation.coverage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Measures how much of the ladder is uncovered, the same on every node. */
@Component
class CoverageMetrics {

  CoverageMetrics(Coverage coverage, MeterRegistry metrics) {
    Gauge.builder("baton.coverage.gaps", () -> coverage.now().gaps().size())
        .description("Holes in the ladder and in the teams' hours within the next 14 days")
        .register(metrics);
    Gauge.builder("baton.coverage.gaps.hours", () -> coverage.now().uncovered().toMinutes() / 60.0)
        .description("Hours in the next 14 days in which nobody covers a position")
        .baseUnit("hours")
        .register(metrics);
  }
}
