package dev.baton.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Nodes and the database are killed while milestones fall due; a short form of the bench's. What is
 * counted is what must be true however slow the machine is.
 */
class CrashIT {

  @Test
  void everyMilestoneIsRecordedAndToldOnceThoughNodesAndTheDatabaseAreKilled() throws Exception {
    CrashPlan plan =
        new CrashPlan(
            150,
            Duration.ofSeconds(10),
            Duration.ofSeconds(12),
            2,
            Duration.ofSeconds(18),
            Duration.ofSeconds(8),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            47);

    CrashDrill.run(plan, findings -> assertThat(findings.found()).isEqualTo(findings.expected()));
  }
}
