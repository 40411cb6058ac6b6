package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.engine.migration.StepTarget;
import dev.baton.flow.migration.MigrateIncidents;
import dev.baton.flow.migration.Migration;
import dev.baton.flow.migration.MigrationRequest;
import dev.baton.flow.migration.MigrationState;
import dev.baton.flow.migration.Migrations;
import dev.baton.flow.migration.MoveState;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.support.NodeProcess;
import dev.baton.support.SchemaAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Incidents in flight, with clocks and escalations, are migrated and taken back while agents claim,
 * hold, resume and resolve them; once more with a node that is killed in the middle. {@code
 * -Dbench.incidents} (1,000), {@code bench.agents} (2) and {@code bench.seed} size it.
 */
@Tag("bench")
class MigrationBench {

  private static final int INCIDENTS = Integer.getInteger("bench.incidents", 1_000);
  private static final int AGENTS = Integer.getInteger("bench.agents", 2);
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final String WAIT = "waitOnHold";
  private static final String RENAMED = "waitForThem";

  private final BenchReport report = new BenchReport();

  @Test
  void incidentsMoveAndReturnWhileAgentsWork() throws Exception {
    try (BenchDesk desk = BenchDesk.open().promising()) {
      List<IncidentNumber> numbers = inFlight(desk);
      deployRenamed(desk);
      Round there = new Round(desk, numbers, "there", () -> plan(desk));
      double seconds = there.run(() -> {});
      Round back = new Round(desk, numbers, "back", () -> back(desk, there.id));
      seconds += back.run(() -> {});
      report.note("seconds there and back", seconds);
      judge(desk);
      report.write(Path.of("target", "bench", "migration.json"));
    }
  }

  @Test
  void aKilledNodeLosesAndRepeatsNothing() throws Exception {
    try (BenchDesk desk =
        BenchDesk.open(List.of("--baton.flow.migration-worker=false")).promising()) {
      List<IncidentNumber> numbers = inFlight(desk);
      deployRenamed(desk);
      SchemaAccess schema =
          new Access(
              desk.database().jdbcUrl("bench"), desk.database().user(), desk.database().password());
      NodeProcess first = node(schema, "first");
      NodeProcess second = null;
      try {
        Round there = new Round(desk, numbers, "there, with kill -9", () -> plan(desk));
        NodeProcess[] others = new NodeProcess[1];
        there.run(
            () -> {
              BenchDesk.await("half are moved", () -> there.moved() > numbers.size() / 2, LONGEST);
              first.kill();
              report.note("moved when the node was killed", there.moved());
              others[0] = node(schema, "second");
            });
        second = others[0];
        judge(desk);
      } finally {
        first.close();
        if (second != null) {
          second.close();
        }
      }
    }
  }

  private record Access(String url, String user, String password) implements SchemaAccess {}

  private static NodeProcess node(SchemaAccess schema, String name) {
    NodeProcess node =
        NodeProcess.start(schema, "migration-" + name, "--camunda.bpm.job-execution.enabled=false");
    BenchDesk.await(name + " node is ready", node::isReady, Duration.ofMinutes(3));
    return node;
  }

  /** A third on hold, a tenth escalated. */
  private static List<IncidentNumber> inFlight(BenchDesk desk) throws Exception {
    List<IncidentNumber> numbers = desk.reported(INCIDENTS);
    JdbcTemplate database = desk.bean(JdbcTemplate.class);
    BenchDesk.await(
        "all are assigned",
        () -> count(database, "select count(*) from incident where status = 'RECEIVED'") == 0,
        LONGEST);
    for (int n = 0; n < numbers.size(); n++) {
      if (n % 3 == 0) {
        act(desk, numbers.get(n), "claim");
        act(desk, numbers.get(n), "hold");
      }
      if (n % 10 == 1) {
        act(desk, numbers.get(n), "escalate");
      }
    }
    settled(database);
    return numbers;
  }

  private static void settled(JdbcTemplate database) {
    BenchDesk.await(
        "no job waits",
        () ->
            count(
                    database,
                    "select count(*) from ACT_RU_JOB where RETRIES_ > 0 and REPEAT_ is null"
                        + " and HANDLER_TYPE_ <> 'history-cleanup'"
                        + " and (DUEDATE_ is null or DUEDATE_ <= utc_timestamp(3))")
                == 0,
        LONGEST);
  }

  private static int act(BenchDesk desk, IncidentNumber number, String act)
      throws IOException, InterruptedException {
    String body =
        switch (act) {
          case "hold" -> "{\"reason\": \"SUPPLIER\", \"until\": \"2099-01-04T10:00:00Z\"}";
          case "escalate" -> "{\"note\": \"Help\"}";
          case "resolve" -> "{\"code\": \"FIXED\", \"note\": \"Done\"}";
          default -> "{}";
        };
    return desk.api().post("/incidents/" + number + "/" + act, body).statusCode();
  }

  private static void deployRenamed(BenchDesk desk) throws IOException {
    RepositoryService repository = desk.bean(RepositoryService.class);
    String live =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("incident-lifecycle")
            .latestVersion()
            .singleResult()
            .getDeploymentId();
    List<String> names = repository.getDeploymentResourceNames(live);
    String file =
        names.stream().filter(name -> name.endsWith("incident-lifecycle.bpmn")).findFirst().get();
    String model =
        new String(repository.getResourceAsStream(live, file).readAllBytes(), "UTF-8")
            .replace("\"" + WAIT + "\"", "\"" + RENAMED + "\"");
    repository
        .createDeployment()
        .name("The renamed wait")
        .addDeploymentResourcesByName(
            live, names.stream().filter(name -> !name.equals(file)).toList())
        .addString(file, model)
        .deploy();
  }

  private static Migration plan(BenchDesk desk) {
    return desk.bean(MigrateIncidents.class)
        .plan(
            new MigrationRequest(
                "Bench",
                Map.of("incident-lifecycle", Map.of(WAIT, new StepTarget(RENAMED, false))),
                false,
                MigrationRequest.USUAL_STAGES));
  }

  private static Migration back(BenchDesk desk, long id) {
    return desk.bean(MigrateIncidents.class)
        .back(id, new MigrationRequest("Back", Map.of(), false, MigrationRequest.USUAL_STAGES));
  }

  /** Plan, forecast and all stages of one migration, while agents work. */
  private final class Round {
    private final BenchDesk desk;
    private final List<IncidentNumber> numbers;
    private final String name;
    private final Supplier<Migration> begin;
    private final Set<String> touched = ConcurrentHashMap.newKeySet();
    private volatile long id;

    Round(BenchDesk desk, List<IncidentNumber> numbers, String name, Supplier<Migration> begin) {
      this.desk = desk;
      this.numbers = numbers;
      this.name = name;
      this.begin = begin;
    }

    int moved() {
      return desk.bean(Migrations.class).counts(id).getOrDefault(MoveState.MOVED, 0);
    }

    double run(Runnable inTheMiddle) throws InterruptedException {
      AtomicBoolean goesOn = new AtomicBoolean(true);
      AtomicInteger done = new AtomicInteger();
      List<Thread> agents =
          IntStream.range(0, AGENTS)
              .mapToObj(seed -> new Thread(() -> work(seed, goesOn, done)))
              .toList();
      Map<String, String> due = timers();
      int told = count(desk.bean(JdbcTemplate.class), "select max(id) from announcement");
      Processors used = new Processors(desk);
      long start = System.nanoTime();
      id = as(begin).id();
      agents.forEach(Thread::start);
      until(MigrationState.READY);
      double forecast = seconds(start);
      Map<MoveState, Integer> expected = desk.bean(Migrations.class).counts(id);
      Thread middle = new Thread(inTheMiddle);
      as(() -> desk.bean(MigrateIncidents.class).release(id));
      middle.start();
      while (!until(MigrationState.PAUSED, MigrationState.DONE, MigrationState.STOPPED)
          .equals(MigrationState.DONE)) {
        Migration now = desk.bean(Migrations.class).get(id);
        assertThat(now.state()).as(now.message()).isEqualTo(MigrationState.PAUSED);
        as(() -> desk.bean(MigrateIncidents.class).release(id));
      }
      double all = seconds(start);
      report.note(name + ": forecast and all stages, processor s", used.words());
      middle.join();
      goesOn.set(false);
      for (Thread agent : agents) {
        agent.join();
      }
      List<String> unasked = announcedOfOthers(told);
      Map<String, String> dueAfter = timers();
      due.keySet().retainAll(dueAfter.keySet());
      dueAfter.keySet().retainAll(due.keySet());
      report.note(name + ": forecast, s", forecast);
      report.note(name + ": forecast and all stages, s", all);
      report.note(name + ": by the forecast", expected);
      report.note(name + ": result", desk.bean(Migrations.class).counts(id));
      report.note(name + ": acts of agents meanwhile", done.get());
      report.note(name + ": timers compared", due.size());
      report.note(name + ": told of incidents that no agent touched", unasked);
      assertThat(unasked).isEmpty();
      assertThat(dueAfter).isEqualTo(due);
      assertThat(desk.bean(Migrations.class).counts(id)).doesNotContainKeys(MoveState.FAILED);
      return all;
    }

    private List<String> announcedOfOthers(int last) {
      return desk
          .bean(JdbcTemplate.class)
          .query(
              "select incident, event from announcement where id > ?",
              (row, n) -> List.of(row.getString(1), row.getString(2)),
              last)
          .stream()
          .filter(told -> !touched.contains(told.get(0)))
          .map(told -> String.join(" ", told))
          .toList();
    }

    private MigrationState until(MigrationState... states) {
      List<MigrationState> wanted = List.of(states);
      BenchDesk.await(
          name + " is " + wanted,
          () -> wanted.contains(desk.bean(Migrations.class).get(id).state()),
          LONGEST);
      return desk.bean(Migrations.class).get(id).state();
    }

    private <T> T as(Supplier<T> work) {
      return desk.bean(ActingPerson.class).as(new Actor("bench", "Bench"), work);
    }

    private void work(int seed, AtomicBoolean goesOn, AtomicInteger done) {
      Random random = new Random(Long.getLong("bench.seed", 26) + seed);
      List<String> acts = List.of("claim", "hold", "resume", "claim", "hold", "resolve");
      while (goesOn.get()) {
        IncidentNumber number = numbers.get(random.nextInt(numbers.size()));
        touched.add(number.value());
        try {
          if (act(desk, number, acts.get(random.nextInt(acts.size()))) == 200) {
            done.incrementAndGet();
          }
          LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        } catch (IOException | InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    private Map<String, String> timers() {
      Map<String, String> due = new HashMap<>();
      desk.bean(JdbcTemplate.class)
          .query(
              "select ID_, DUEDATE_ from ACT_RU_JOB where TYPE_ = 'timer' and REPEAT_ is null",
              row -> {
                due.put(row.getString(1), row.getString(2));
              });
      return due;
    }
  }

  /** What desk and database have used since; with the agents, who are in the desk's process. */
  private static final class Processors {
    private final List<ProcessHandle> programs;
    private final List<Double> before;

    Processors(BenchDesk desk) {
      programs =
          List.of(ProcessHandle.current(), ProcessHandle.of(desk.database().pid()).orElseThrow());
      before = seconds();
    }

    private List<Double> seconds() {
      return programs.stream()
          .map(program -> program.info().totalCpuDuration().orElse(Duration.ZERO))
          .map(used -> used.toMillis() / 1000.0)
          .toList();
    }

    String words() {
      List<Double> now = seconds();
      return String.format(
          Locale.ROOT,
          "desk and agents %.1f, database %.1f",
          now.get(0) - before.get(0),
          now.get(1) - before.get(1));
    }
  }

  private void judge(BenchDesk desk) {
    JdbcTemplate database = desk.bean(JdbcTemplate.class);
    settled(database);
    report.note(
        "journal entries of migrations that are there twice",
        count(
            database,
            "select count(*) from (select incident_id from journal_entry where kind ="
                + " 'FLOW_MIGRATED' group by incident_id, text having count(*) > 1) twice"));
    List<String> tooOften =
        database.queryForList(
            """
            select concat_ws(' ', told.incident, told.event, told.times)
            from (
              select incident, event, count(*) times from announcement
              where event in ('RECEIVED', 'ON_HOLD', 'RESOLVED') group by incident, event) told
            where told.times > (
              select count(*) from journal_entry j join incident i on i.id = j.incident_id
              where i.number = told.incident and j.kind = case told.event
                when 'RECEIVED' then 'REPORTED' when 'ON_HOLD' then 'HELD' else 'RESOLVED' end)
            """,
            String.class);
    report.note("told more often than it happened", tooOften.size());
    var differences = desk.bean(Reconciliation.class).reconcile().differences();
    report.note("differences of the reconciliation", differences.size());
    assertThat(differences).isEmpty();
    assertThat(tooOften).isEmpty();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static int count(JdbcTemplate database, String sql) {
    return database.queryForObject(sql, Integer.class);
  }
}
