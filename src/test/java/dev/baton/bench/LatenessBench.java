package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.engine.TimerProbe;
import dev.baton.engine.TimerProbe.Firing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How late timers are: sporadic ones on an idle and on a busy desk, an urgent one in a storm, and
 * what the bare engine drains. {@code -Dbench.parts=idle,busy,storm,bare} chooses, {@code
 * -Dbench.timers}, {@code bench.over} (seconds), {@code bench.calls} (a second) and {@code
 * bench.storm} (timers) size it.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LatenessBench {

  private static final int P1_CLOCK = 60;
  private static final int P4_CLOCK = 30;
  private static final int TIMERS = Integer.getInteger("bench.timers", 60);
  private static final int CALLS = Integer.getInteger("bench.calls", 50);
  private static final int STORM = Integer.getInteger("bench.storm", 20_000);
  private static final Duration OVER = Duration.ofSeconds(Integer.getInteger("bench.over", 180));
  private static final List<String> PARTS =
      List.of(System.getProperty("bench.parts", "idle,busy,storm,bare").split(","));

  private final Map<String, Object> results = new LinkedHashMap<>();
  private BenchDesk desk;
  private TimerProbe probe;
  private JobExecutor executor;

  /** A timer to be: when it is set, and when it is due. */
  private record Sporadic(Instant setAt, Instant due) {}

  @BeforeAll
  void open() {
    desk = BenchDesk.open(TimerProbe.InApplication.class).promising();
    probe = desk.bean(TimerProbe.class);
    executor = desk.bean(JobExecutor.class);
    probe.ready();
    warmUp();
  }

  private void warmUp() {
    for (int i = 0; i < 200; i++) {
      probe.set("warm", Instant.now(), P1_CLOCK);
    }
    awaitFirings(200);
  }

  @AfterAll
  void close() throws IOException {
    desk.close();
    System.out.println();
    results.forEach((what, value) -> System.out.printf("%-28s %s%n", what, value));
    Path file = Path.of("target", "bench", "lateness.json");
    Files.createDirectories(file.getParent());
    Map<String, Object> values = new LinkedHashMap<>(results);
    values.replaceAll((what, value) -> value instanceof Lateness l ? l.values() : value.toString());
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), values);
  }

  @Test
  @Order(1)
  void onAnIdleDeskTimersAreAtMostATenthOfASecondLate() {
    Assumptions.assumeTrue(PARTS.contains("idle"));
    QuietMachine.await();
    Lateness idle = sporadicTimers("idle desk");
    assertThat(idle.early()).isZero();
    assertThat(idle.p99()).isLessThanOrEqualTo(100);
  }

  @Test
  @Order(2)
  void onABusyDeskTimersAreAtMostASecondLate() throws Exception {
    Assumptions.assumeTrue(PARTS.contains("busy"));
    QuietMachine.await();
    Lateness busy;
    try (SteadyCalls calls = SteadyCalls.begin(desk.api(), CALLS)) {
      LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
      busy = sporadicTimers("busy desk");
      results.put("calls meanwhile", calls.summary());
    }
    assertThat(busy.early()).isZero();
    assertThat(busy.p99()).isLessThanOrEqualTo(1_000);
  }

  @Test
  @Order(3)
  void anUrgentTimerInAStormIsAtMostASecondLate() {
    Assumptions.assumeTrue(PARTS.contains("storm"));
    probe.ready();
    executor.shutdown();
    Instant begin = Instant.now();
    setMany(begin);
    ServerCounters before = ServerCounters.read(desk.bean(JdbcTemplate.class));
    executor.start();
    int urgent = 0;
    while (fired(f -> f.key().equals("P4")).count() < STORM) {
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      probe.set("P1", Instant.now().plusMillis(1_000), P1_CLOCK);
      urgent++;
    }
    List<Firing> all = awaitFirings(STORM + urgent);
    results.put("storm, a timer", perJob(before, all.size()));
    Instant first = all.get(0).at();
    Instant last = all.get(all.size() - 1).at();
    double seconds = Duration.between(first, last).toMillis() / 1_000.0;
    results.put("storm, timers a second", Math.round(all.size() / seconds));
    Lateness p1 = lateness(f -> f.key().equals("P1"));
    results.put("urgent timers in the storm", p1);
    assertThat(p1.early()).isZero();
    assertThat(p1.max()).isLessThanOrEqualTo(1_000);
  }

  @Test
  @Order(4)
  void theBareEngineDrainsTheSameStorm() {
    Assumptions.assumeTrue(PARTS.contains("bare"));
    executor.shutdown();
    try (BareEngine bare =
        BareEngine.open(desk.database(), "bare", desk.bean(CamundaBpmProperties.class))) {
      Instant due = Instant.now();
      bare.setTimers(STORM, due);
      QuietMachine.await();
      ServerCounters before = ServerCounters.read(desk.bean(JdbcTemplate.class));
      BareEngine.Drain drain = bare.drain(STORM, Instant.now());
      results.put("bare engine, a job", perJob(before, STORM));
      results.put("bare engine, storm", drain);
      assertThat(drain.jobs()).isEqualTo(STORM);
    }
    executor.start();
  }

  private String perJob(ServerCounters before, int jobs) {
    ServerCounters counted = ServerCounters.read(desk.bean(JdbcTemplate.class)).since(before);
    return String.format(
        Locale.ROOT,
        "%.1f statements, %.2f commits",
        (double) counted.statements() / jobs,
        (double) counted.commits() / jobs);
  }

  private Lateness sporadicTimers(String what) {
    probe.ready();
    Instant begin = Instant.now();
    for (Sporadic timer : planned(begin)) {
      sleepUntil(timer.setAt());
      probe.set(what, timer.due(), P1_CLOCK);
    }
    awaitFirings(TIMERS);
    Lateness lateness = lateness(f -> f.key().equals(what));
    results.put(what, lateness);
    new RecordedMilestones(desk.bean(JdbcTemplate.class))
        .dueBetween(begin, Instant.now())
        .filter(recorded -> recorded.timers() > 0)
        .ifPresent(recorded -> results.put(what + ", milestones", recorded));
    return lateness;
  }

  /** Each is set between 0.2 and 30 seconds before it is due, in the order of being set. */
  private static List<Sporadic> planned(Instant begin) {
    Random random = new Random(26);
    return Stream.generate(
            () -> {
              Instant due = begin.plusMillis(2_000 + random.nextLong(OVER.toMillis()));
              Instant setAt = due.minusMillis(200 + random.nextLong(29_800));
              return new Sporadic(setAt.isBefore(begin) ? begin : setAt, due);
            })
        .limit(TIMERS)
        .sorted(Comparator.comparing(Sporadic::setAt))
        .toList();
  }

  private void setMany(Instant due) {
    AtomicInteger left = new AtomicInteger(STORM);
    Load.run(
        4,
        () -> {
          while (left.getAndDecrement() > 0) {
            probe.set("P4", due, P4_CLOCK);
          }
          return null;
        });
  }

  private Lateness lateness(Predicate<Firing> which) {
    return Lateness.of(fired(which).mapToDouble(f -> f.lateness().toNanos() / 1e6));
  }

  private Stream<Firing> fired(Predicate<Firing> which) {
    return probe.firings().stream().filter(which);
  }

  private List<Firing> awaitFirings(int expected) {
    long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (probe.firings().size() < expected && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(probe.firings()).hasSize(expected);
    return probe.firings();
  }

  private static void sleepUntil(Instant instant) {
    while (Instant.now().isBefore(instant)) {
      LockSupport.parkNanos(Duration.between(Instant.now(), instant).toNanos());
    }
  }
}
