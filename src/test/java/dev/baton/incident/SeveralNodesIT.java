package dev.baton.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.support.Node;
import dev.baton.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several nodes on one database, at the same time and one after the other. */
class SeveralNodesIT {

  private static final int REPORTS = 200;
  private static final int THREADS = 8;

  @Test
  void theWorkOfAStoppedNodeGoesOnAtTheNextAndTwoNodesShareTheWorkWithoutDoublingIt()
      throws Exception {
    TestDatabase.Schema schema = TestDatabase.freshSchema();
    InFlight inFlight;
    try (Node first = Node.start(schema, false)) {
      inFlight = leaveWorkInFlight(first);
    }
    try (Node second = Node.start(schema, false)) {
      finish(inFlight, second);
    }
    try (Node one = Node.start(schema, true);
        Node other = Node.start(schema, true)) {
      List<String> numbers = reportAtBoth(one, other);
      assertThat(numbers).hasSize(REPORTS).doesNotHaveDuplicates();
      assertThat(numbers).allMatch(number -> number.matches("INC-\\d{4}-\\d{6}"));
      assertEachIsRoutedOnce(one.bean(JdbcTemplate.class), numbers);
    } finally {
      schema.drop();
    }
  }

  private record InFlight(
      IncidentNumber received, IncidentNumber held, IncidentNumber resolved, Instant until) {}

  private static InFlight leaveWorkInFlight(Node node) {
    IncidentDesk desk = node.bean(IncidentDesk.class);
    Instant now = node.bean(EngineClock.class).instant();
    Instant until = now.plus(Duration.ofHours(2));
    IncidentNumber held = node.desk().defaultReport().routed();
    IncidentNumber resolved = node.desk().defaultReport().routed();
    node.desk().as("ada", () -> desk.claim(held));
    node.desk().as("ada", () -> desk.hold(held, HoldReason.SUPPLIER, until, "Parts"));
    node.desk().as("ben", () -> desk.claim(resolved));
    node.desk().as("ben", () -> desk.resolve(resolved, ResolutionCode.FIXED, "Done."));
    return new InFlight(node.desk().defaultReport().report(), held, resolved, until);
  }

  private static void finish(InFlight work, Node node) {
    IncidentSearch search = node.bean(IncidentSearch.class);
    IncidentDesk desk = node.bean(IncidentDesk.class);
    EngineClock clock = node.bean(EngineClock.class);
    DueJobs jobs = node.bean(DueJobs.class);
    assertThat(node.bean(Reconciliation.class).reconcile().isClean()).isTrue();
    try {
      jobs.runDue();
      assertThat(search.get(work.received()).status()).isEqualTo(Status.ASSIGNED);
      assertThat(search.get(work.held()).status()).isEqualTo(Status.ON_HOLD);

      clock.travelTo(work.until());
      jobs.runDue();
      assertThat(search.get(work.held()).status()).isEqualTo(Status.IN_PROGRESS);
      node.desk()
          .as("ada", () -> desk.resolve(work.held(), ResolutionCode.FIXED, "The parts came."));

      clock.travelTo(work.until().plus(Duration.ofDays(5)).plus(Duration.ofHours(1)));
      jobs.runDue();
      assertThat(search.get(work.held()).status()).isEqualTo(Status.CLOSED);
      assertThat(search.get(work.resolved()).status()).isEqualTo(Status.CLOSED);
    } finally {
      clock.reset();
    }
  }

  private static List<String> reportAtBoth(Node one, Node other) throws Exception {
    one.desk();
    other.desk();
    ExecutorService reporters = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<String>> reports = new ArrayList<>();
      for (int i = 0; i < REPORTS; i++) {
        Node node = i % 2 == 0 ? one : other;
        reports.add(() -> node.desk().defaultReport().report().value());
      }
      List<String> numbers = new ArrayList<>();
      for (Future<String> reported : reporters.invokeAll(reports)) {
        numbers.add(reported.get());
      }
      return numbers;
    } finally {
      reporters.shutdown();
    }
  }

  private static void assertEachIsRoutedOnce(JdbcTemplate database, List<String> numbers) {
    String last = numbers.stream().min(String::compareTo).orElseThrow();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                database.queryForObject(
                    "select count(*) from incident where status = 'RECEIVED' and number >= ?",
                    Long.class,
                    last),
            left -> left == 0);
    assertThat(
            database.queryForList(
                """
                select i.number from incident i
                left join journal_entry j on j.incident_id = i.id and j.kind = 'ROUTED'
                group by i.number having count(j.id) <> 1
                """,
                String.class))
        .as("incidents that were not routed exactly once")
        .isEmpty();
    assertThat(database.queryForList("select ID_ from ACT_RU_INCIDENT", String.class)).isEmpty();
  }
}
