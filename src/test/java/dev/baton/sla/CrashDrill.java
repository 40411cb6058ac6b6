package dev.baton.sla;

import dev.baton.calendar.Target;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.Reconciliation;
import dev.baton.intake.IdempotencyKey;
import dev.baton.intake.TakeReport;
import dev.baton.support.Node;
import dev.baton.support.NodeProcess;
import dev.baton.support.RestartableDatabase;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two nodes on one database, killed and started again while incidents come in and their milestones
 * fall due, and the database as well. The reports are made by a third node, in the test's own
 * process, which runs no jobs; a report that the database could not take is sent again with its key.
 */
public final class CrashDrill {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(5);

  private final CrashPlan plan;
  private final List<Disturbance> disturbances = new CopyOnWriteArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final NodeProcess[] nodes = new NodeProcess[2];
  private final int[] starts = new int[2];
  private RestartableDatabase database;
  private Instant begun;

  private CrashDrill(CrashPlan plan) {
    this.plan = plan;
  }

  /** Something that was done to the desk; a milestone due from then to the end may be late. */
  record Disturbance(String what, Instant from, Instant to) {

    boolean covers(Instant due) {
      return !due.isBefore(from) && due.isBefore(to);
    }
  }

  /** Does it all, prints what was done, and shows what is found when all is calm again. */
  public static void run(CrashPlan plan, Consumer<CrashFindings> judge) throws Exception {
    new CrashDrill(plan).run(judge);
  }

  private void run(Consumer<CrashFindings> judge) throws Exception {
    try (RestartableDatabase own = RestartableDatabase.open();
        Node reporting = Node.start(own, false)) {
      database = own;
      reporting.desk();
      promise(reporting.bean(PublishAgreements.class));
      JdbcTemplate jdbc = reporting.bean(JdbcTemplate.class);
      jdbc.execute(HeardMilestones.TABLE);
      start(0);
      start(1);
      await(LONGEST_START, () -> nodes[0].isReady() && nodes[1].isReady());
      disturb(reporting.bean(TakeReport.class));
      CrashFindings findings = new CrashFindings(plan, jdbc, disturbances, refused.get());
      await(LONGEST_CATCH_UP, findings::isCalm);
      findings.reconciled(reporting.bean(Reconciliation.class).reconcile());
      judge.accept(findings);
    } finally {
      for (NodeProcess node : nodes) {
        if (node != null) {
          node.close();
        }
      }
    }
  }

  private void promise(PublishAgreements publish) {
    publish.publish(Promised.daily("always", "UTC", "00:00-24:00"));
    Promise resolution =
        new Promise(
            ObligationKind.RESOLUTION,
            null,
            Target.parse(plan.targetWords()),
            null,
            null,
            null,
            null,
            List.of(50),
            List.of(Target.parse(plan.halfTargetWords())));
    publish.publish(
        new AgreementDefinition(
            "drill", null, "acme", null, null, null, null, "always", List.of(resolution)));
  }

  private void start(int node) {
    starts[node]++;
    nodes[node] =
        NodeProcess.start(
            database,
            "node-%d-start-%d".formatted(node, starts[node]),
            "--spring.main.sources=" + HeardMilestones.class.getName(),
            "--camunda.bpm.job-execution.lock-time-in-millis=" + plan.lockTime().toMillis());
  }

  /** Reports, kills and the crash run by the plan, each in its own thread; waits for them all. */
  private void disturb(TakeReport intake) throws InterruptedException, ExecutionException {
    ScheduledExecutorService fate = Executors.newSingleThreadScheduledExecutor();
    ScheduledExecutorService ruin = Executors.newSingleThreadScheduledExecutor();
    ScheduledExecutorService reporters = Executors.newScheduledThreadPool(4);
    try {
      begun = Instant.now();
      List<Future<?>> all = new ArrayList<>();
      for (CrashPlan.Kill kill : plan.moments()) {
        all.add(in(fate, kill.at(), () -> kill(kill.node())));
      }
      all.add(in(ruin, plan.crashAt(), this::crash));
      all.add(in(ruin, plan.crashAt().plus(plan.outage()), this::restore));
      for (int i = 0; i < plan.incidents(); i++) {
        IncidentReport report = report(i);
        IdempotencyKey key = new IdempotencyKey("drill", "report-" + i, "%064d".formatted(i));
        Duration at = plan.over().multipliedBy(i).dividedBy(plan.incidents());
        all.add(in(reporters, at, () -> send(intake, report, key)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      List.of(fate, ruin, reporters).forEach(ScheduledExecutorService::shutdownNow);
    }
  }

  private static Future<?> in(ScheduledExecutorService threads, Duration at, Runnable work) {
    return threads.schedule(work, at.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void kill(int node) {
    Instant now = Instant.now();
    String state = nodes[node].isReady() ? "at work" : "still starting";
    nodes[node].kill();
    start(node);
    disturbed("node %d killed, %s".formatted(node, state), now, now.plus(plan.lockTime()));
  }

  private void crash() {
    Instant now = Instant.now();
    database.crash();
    disturbed(
        "database killed for %d s".formatted(plan.outage().toSeconds()),
        now,
        now.plus(plan.outage()).plus(plan.lockTime()));
  }

  private void restore() {
    database.restart();
    print("database answers again", Instant.now());
  }

  private void disturbed(String what, Instant from, Instant to) {
    disturbances.add(new Disturbance(what, from, to));
    print(what, from);
  }

  private void print(String what, Instant at) {
    System.out.printf(
        Locale.ROOT, "%6.1f s %s%n", Duration.between(begun, at).toMillis() / 1_000.0, what);
  }

  private void send(TakeReport intake, IncidentReport report, IdempotencyKey key) {
    if (!isTaken(intake, report, key)) {
      await(LONGEST_CATCH_UP, () -> isTaken(intake, report, key));
    }
  }

  private boolean isTaken(TakeReport intake, IncidentReport report, IdempotencyKey key) {
    try {
      return intake.take(report, key) != null;
    } catch (RuntimeException notNow) {
      if (refused.getAndIncrement() == 0) {
        System.out.println("The first report that was refused: " + notNow);
      }
      return false;
    }
  }

  private static IncidentReport report(int n) {
    return new IncidentReport(
        "acme",
        null,
        StagedDesk.RITA,
        null,
        Channel.EMAIL,
        "Cannot open the monthly report (" + n + ")",
        "Since this morning the report stays empty.",
        Level.MEDIUM,
        Level.MEDIUM,
        "software",
        null,
        null,
        null);
  }

  private static void await(Duration atMost, Callable<Boolean> condition) {
    Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(250)).until(condition);
  }
}
