package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.sla.CrashDrill;
import dev.baton.sla.CrashFindings;
import dev.baton.sla.CrashPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes on one database; while milestones fall due, one of them is killed at ten moments, and
 * then the database. {@code -Dbench.incidents} (2,000), each with three milestones, {@code
 * bench.over} (60 seconds, for each of the three), {@code bench.target} (120 seconds), {@code
 * bench.kills} (10), {@code bench.outage} (20 seconds), {@code bench.lock} (30 seconds) and {@code
 * bench.seed} size it.
 */
@Tag("bench")
class ChaosBench {

  private static final Duration OVER = seconds("bench.over", 60);
  private static final Duration TARGET = seconds("bench.target", 120);

  private final Map<String, Object> results = new LinkedHashMap<>();

  @Test
  void everyMilestoneIsRecordedAndToldOnceThoughNodesAndTheDatabaseAreKilled() throws Exception {
    CrashPlan plan =
        new CrashPlan(
            Integer.getInteger("bench.incidents", 2_000),
            OVER,
            TARGET,
            Integer.getInteger("bench.kills", 10),
            TARGET.plus(OVER),
            TARGET.multipliedBy(3).dividedBy(2).plus(OVER.dividedBy(3)),
            seconds("bench.outage", 20),
            seconds("bench.lock", 30),
            Long.getLong("bench.seed", 26));
    CrashDrill.run(plan, this::judge);
  }

  private void judge(CrashFindings findings) {
    Map<String, Long> found = findings.found();
    results.putAll(found);
    results.put("told with a later one", findings.collapsed());
    results.put("reports refused and sent again", findings.refusedReports());
    results.put("undisturbed", Lateness.of(findings.undisturbed()));
    results.put("around a kill", Lateness.of(findings.aroundKills()));
    results.put("around the outage", Lateness.of(findings.aroundTheOutage()));
    write();
    assertThat(found).isEqualTo(findings.expected());
  }

  private void write() {
    System.out.println();
    results.forEach((what, value) -> System.out.printf("%-34s %s%n", what, value));
    Map<String, Object> values = new LinkedHashMap<>(results);
    values.replaceAll((what, value) -> value instanceof Lateness l ? l.values() : value);
    Path file = Path.of("target", "bench", "chaos.json");
    try {
      Files.createDirectories(file.getParent());
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(file.toFile(), values);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static Duration seconds(String property, int usual) {
    return Duration.ofSeconds(Integer.getInteger(property, usual));
  }
}
