package dev.baton.sla;

import dev.baton.calendar.Target;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.incident.report.IdempotencyKey;
import dev.baton.incident.report.SubmitReport;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.support.Node;
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
 * process, which runs no jobs; a report that the database could not take is sent again with its
 * key.
 */
public final class CrashDrill {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(5);

  private final CrashPlan plan;
  private final List<Disturbance> disturbances = new CopyOnWriteArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private RestartableDatabase database;
  private SupervisedNodes nodes;
  private Instant begun;

  private CrashDrill(CrashPlan plan) {
    this.plan = plan;
  }

  /**
   * Something that was done to the desk; a milestone due until {@code to} may be late, and so may
   * what was due just before and still in a node's hands.
   *
   * @param database whether it was gone; otherwise a node was
   */
  record Disturbance(boolean database, Instant from, Instant to) {

    private static final Duration IN_HANDS = Duration.ofSeconds(5);

    boolean covers(Instant due) {
      return due.isAfter(from.minus(IN_HANDS)) && due.isBefore(to);
    }
  }

  /** Does it all, prints what was done, and shows what is found when all is calm again. */
  public static void run(CrashPlan plan, Consumer<CrashFindings> judge) throws Exception {
    new CrashDrill(plan).run(judge);
  }

  private void run(Consumer<CrashFindings> judge) throws Exception {
    try (RestartableDatabase own = RestartableDatabase.open();
        Node reporting = Node.start(own, false);
        SupervisedNodes both = new SupervisedNodes(own, plan.lockTime())) {
      database = own;
      nodes = both;
      reporting.desk();
      promise(reporting.bean(PublishAgreements.class));
      JdbcTemplate jdbc = reporting.bean(JdbcTemplate.class);
      jdbc.execute(HeardMilestones.TABLE);
      nodes.start();
      await(LONGEST_START, nodes::areReady);
      disturb(reporting.bean(SubmitReport.class));
      CrashFindings findings = new CrashFindings(plan, jdbc, disturbances, refused.get());
      await(
          LONGEST_CATCH_UP,
          () -> {
            supervise();
            return findings.isCalm();
          });
      findings.reconciled(reporting.bean(Reconciliation.class).reconcile());
      judge.accept(findings);
    }
  }

  private void promise(PublishAgreements publish) {
    publish.publish(SampleTerms.daily("always", "UTC", "00:00-24:00"));
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

  /** Reports, kills and the crash run by the plan, each in its own thread; waits for them all. */
  private void disturb(SubmitReport intake) throws InterruptedException, ExecutionException {
    ScheduledExecutorService fate = Executors.newSingleThreadScheduledExecutor();
    ScheduledExecutorService ruin = Executors.newSingleThreadScheduledExecutor();
    ScheduledExecutorService reporters = Executors.newScheduledThreadPool(4);
    try {
      begun = Instant.now();
      var unused = fate.scheduleWithFixedDelay(this::supervise, 1, 1, TimeUnit.SECONDS);
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
      fate.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private static Future<?> in(ScheduledExecutorService threads, Duration at, Runnable work) {
    return threads.schedule(work, at.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void kill(int node) {
    Instant now = Instant.now();
    print(nodes.kill(node), now);
    disturbances.add(new Disturbance(false, now, now.plus(plan.lockTime())));
  }

  private void supervise() {
    nodes.startThoseThatGaveUp().forEach(what -> print(what, Instant.now()));
  }

  private void crash() {
    Instant now = Instant.now();
    database.crash();
    print("database killed for %d s".formatted(plan.outage().toSeconds()), now);
    disturbances.add(new Disturbance(true, now, now.plus(plan.outage()).plus(plan.lockTime())));
  }

  private void restore() {
    database.restart();
    print("database answers again", Instant.now());
  }

  private void print(String what, Instant at) {
    System.out.printf(
        Locale.ROOT, "%6.1f s %s%n", Duration.between(begun, at).toMillis() / 1_000.0, what);
  }

  private void send(SubmitReport intake, IncidentReport report, IdempotencyKey key) {
    if (!isTaken(intake, report, key)) {
      await(LONGEST_CATCH_UP, () -> isTaken(intake, report, key));
    }
  }

  private boolean isTaken(SubmitReport intake, IncidentReport report, IdempotencyKey key) {
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
