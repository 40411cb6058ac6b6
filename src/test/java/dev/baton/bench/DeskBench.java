package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.Channel;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.report.ReportIncident;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The desk's throughput beside the bare engine's, on one MariaDB that flushes at every commit. The
 * load comes from the same machine. {@code -Dbench.seconds=N} sets the length of a repetition.
 */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBench {

  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));
  private static final int OPEN = Integer.getInteger("bench.open", 30_000);

  private static final int[] CLIENTS = {1, 4, 8};

  private final BenchReport report = new BenchReport();
  private final AtomicLong count = new AtomicLong();
  private BenchDesk desk;
  private JdbcTemplate jdbc;
  private Load load;
  private Api api;
  private JobExecutor executor;

  @BeforeAll
  void open() {
    desk = BenchDesk.open().promising();
    jdbc = desk.bean(JdbcTemplate.class);
    load = new Load(jdbc);
    executor = desk.bean(JobExecutor.class);
    api = desk.api();
  }

  @AfterAll
  void close() throws IOException {
    report.write(Path.of("target", "bench", "desk.json"));
    desk.close();
  }

  @Test
  void theDeskBesideTheBareEngine() throws Exception {
    bareEngine();
    lists(1_000);
    intake();
    toAssigned();
    lists(20_000);
    work();
    ratios();
    assertThat(report.level("intake", 4).failures()).isZero();
  }

  private void bareEngine() {
    var repository = desk.bean(ProcessEngine.class).getRepositoryService();
    var runtime = desk.bean(ProcessEngine.class).getRuntimeService();
    repository
        .createDeployment()
        .addModelInstance(
            "bare.bpmn",
            Bpmn.createExecutableProcess("bare")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("wait")
                .boundaryEvent("late")
                .timerWithDate("2099-01-01T00:00:00Z")
                .endEvent()
                .moveToActivity("wait")
                .endEvent()
                .done())
        .deploy();
    for (int clients : CLIENTS) {
      report.add(
          load.measure(
              "bare engine: start, one task, one timer",
              clients,
              TIME,
              () -> {
                runtime.startProcessInstanceByKey("bare", "bare-" + count.incrementAndGet());
                return true;
              },
              () -> {}));
    }
  }

  private void intake() {
    executor.shutdown();
    load.once("intake, warming up", 4, Duration.ofSeconds(15), this::reportOne, true);
    for (int clients : CLIENTS) {
      report.add(load.measure("intake", clients, TIME, this::reportOne, () -> {}));
    }
    executor.start();
    awaitRouted();
  }

  /** Reports for a minute, as fast as the desk gets them to their teams. */
  private void toAssigned() throws Exception {
    QuietMachine.await();
    Duration minute = Duration.ofSeconds(Integer.getInteger("bench.sustained", 60));
    AtomicInteger waiting = new AtomicInteger();
    long before = routed();
    long start = System.nanoTime();
    ServerCounters counters = ServerCounters.read(jdbc);
    Thread watch =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                waiting.set((int) received());
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
              }
            });
    watch.start();
    Level reports =
        load.once(
            "report, while steps run",
            4,
            minute,
            () -> {
              while (waiting.get() > 100) {
                LockSupport.parkNanos(1_000_000);
              }
              return reportOne();
            },
            true);
    watch.interrupt();
    watch.join();
    double seconds = (System.nanoTime() - start) / 1e9;
    long assigned = routed() - before;
    ServerCounters counted = ServerCounters.read(jdbc).since(counters);
    report.add(
        new Level(
            "report to ASSIGNED, sustained",
            4,
            assigned / seconds,
            reports.p50(),
            reports.p95(),
            (double) counted.commits() / assigned,
            (double) counted.statements() / assigned,
            reports.failures(),
            true));
    awaitRouted();
  }

  private void lists(int stored) throws Exception {
    fillUpTo(stored);
    List<String> numbers = numbers("ASSIGNED", 500);
    AtomicInteger next = new AtomicInteger();
    report.add(
        load.measure(
            "GET one of %,d stored".formatted(stored),
            4,
            TIME,
            () -> ok(api.get("/incidents/" + numbers.get(next.getAndIncrement() % numbers.size()))),
            () -> {}));
    report.add(
        load.measure(
            "GET a list of 50 of %,d stored".formatted(stored),
            4,
            TIME,
            () -> ok(api.get("/incidents?size=50&page=" + next.getAndIncrement() % 10)),
            () -> {}));
    report.add(
        load.measure(
            "GET a team's list of 50 of %,d".formatted(stored),
            4,
            TIME,
            () -> ok(api.get("/incidents?status=ASSIGNED&team=service-desk&size=50")),
            () -> {}));
  }

  /** Takes and resolves incidents out of many open ones. */
  private void work() throws Exception {
    fillUpTo(OPEN);
    report.note("open incidents before claiming", openIncidents());
    ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>(numbers("ASSIGNED", OPEN));
    ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    report.add(
        load.measure(
            "claim, %,d open".formatted(OPEN),
            4,
            TIME,
            () -> {
              String number = queue.poll();
              taken.add(number);
              return ok(api.post("/incidents/" + number + "/claim", "{}"));
            },
            () -> {}));
    report.add(
        load.measure(
            "resolve, %,d open".formatted(OPEN),
            4,
            TIME,
            () -> {
              String number = taken.poll();
              return ok(
                  api.post(
                      "/incidents/" + (number == null ? queue.poll() : number) + "/resolve",
                      "{\"code\":\"FIXED\",\"note\":\"The data source was renewed.\"}"));
            },
            () -> {}));
  }

  private void ratios() {
    for (int clients : CLIENTS) {
      report.note(
          "intake / bare engine, %d clients".formatted(clients),
          String.format(
              Locale.ROOT,
              "%.2f",
              report.level("intake", clients).perSecond()
                  / report.level("bare engine: start, one task, one timer", clients).perSecond()));
    }
  }

  private boolean reportOne() throws IOException, InterruptedException {
    long n = count.incrementAndGet();
    return api.post("/incidents", BenchDesk.report(n)).statusCode() == 201;
  }

  private static boolean ok(HttpResponse<String> response) {
    return response.statusCode() == 200;
  }

  private void fillUpTo(int stored) {
    ReportIncident reportIncident = desk.bean(ReportIncident.class);
    AtomicInteger missing = new AtomicInteger((int) (stored - openIncidents()));
    Load.run(
        4,
        () -> {
          while (missing.getAndDecrement() > 0) {
            long n = count.incrementAndGet();
            reportIncident.report(
                new IncidentReport(
                    "bench",
                    "Person " + n % 2_000,
                    "person" + n % 2_000 + "@bench.example",
                    null,
                    Channel.WEB,
                    "Cannot open the monthly report (" + n + ")",
                    "Since this morning the report stays empty.",
                    dev.baton.incident.Level.MEDIUM,
                    dev.baton.incident.Level.MEDIUM,
                    "software",
                    null,
                    null,
                    null));
          }
          return null;
        });
    awaitRouted();
  }

  private List<String> numbers(String status, int most) {
    return jdbc.queryForList(
        "select number from incident where status = ? order by rand(7) limit ?",
        String.class,
        status,
        most);
  }

  private void awaitRouted() {
    while (received() > 0) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private long received() {
    return countWhere("status = 'RECEIVED'");
  }

  private long routed() {
    return countWhere("status <> 'RECEIVED'");
  }

  private long openIncidents() {
    return countWhere("status not in ('CLOSED', 'CANCELLED')");
  }

  private long countWhere(String condition) {
    Long found =
        jdbc.queryForObject("select count(*) from incident where " + condition, Long.class);
    return found == null ? 0 : found;
  }
}
