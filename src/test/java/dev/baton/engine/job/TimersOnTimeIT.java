package dev.baton.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.EngineClock;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.Flows;
import dev.baton.engine.OfferedTask;
import dev.baton.engine.TimerProbe;
import dev.baton.engine.TimerProbe.Firing;
import dev.baton.support.BatonTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Timers of a desk whose job executor runs. */
@BatonTest(jobExecutor = true)
@Import(TimerProbe.InApplication.class)
class TimersOnTimeIT {

  private static final int P1_CLOCK = 60;
  private static final int P4_CLOCK = 30;
  private static final int DELIVERY = 25;
  private static final int HOUSEKEEPING = 0;

  @Autowired private TimerProbe probe;
  @Autowired private EngineClock clock;
  @Autowired private JobExecutor executor;
  @Autowired private HealthEndpoint health;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private RepositoryService repository;
  @Autowired private Flows flows;
  @Autowired private LockedJobs heldJobs;
  @Autowired private JobAcquisitionHealthIndicator acquisition;
  @Autowired private JdbcTemplate database;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void ready() {
    probe.ready();
  }

  @AfterEach
  void runOn() {
    clock.reset();
    executor.start();
  }

  /** The bench of timer lateness measures how late; here polling alone would take an hour. */
  @Test
  void timersFireAtTheirInstantAndNeverEarlyWhetherSetForSoonOrForLater() {
    int polling = executor.getWaitTimeInMillis();
    long longestWait = executor.getMaxWait();
    try {
      pollEvery((int) Duration.ofHours(1).toMillis(), Duration.ofHours(1).toMillis());
      // The first acquisitions of an executor do not wait.
      probe.set("first", clock.instant(), P1_CLOCK);
      awaitFirings(1);

      Instant now = clock.instant();
      for (int i = 1; i <= 12; i++) {
        probe.set("timer " + i, now.plusMillis(100 + 337L * i), P1_CLOCK);
      }
      assertThat(awaitFirings(13)).noneMatch(firing -> firing.lateness().isNegative());
    } finally {
      pollEvery(polling, longestWait);
    }
  }

  private void pollEvery(int millis, long longestMillis) {
    executor.shutdown();
    executor.setWaitTimeInMillis(millis);
    executor.setMaxWait(longestMillis);
    executor.start();
  }

  @Test
  void urgentClocksGoBeforeAStormOfOthersAndHousekeepingGoesLastButGoes() {
    executor.shutdown();
    Instant due = clock.instant();
    probe.set("housekeeping", due.minusSeconds(60), HOUSEKEEPING);
    for (int i = 0; i < 100; i++) {
      probe.set("P4", due, P4_CLOCK);
    }
    probe.set("P1", due.plusMillis(1), P1_CLOCK);
    Awaitility.await().until(() -> clock.instant().isAfter(due.plusMillis(1)));
    executor.start();

    List<String> order = awaitFirings(102).stream().map(Firing::key).toList();
    // Of one batch of 16 the pool's threads take what they get first.
    assertThat(order.indexOf("P1")).isLessThan(16);
    assertThat(order.indexOf("housekeeping")).isGreaterThanOrEqualTo(102 - 16);
  }

  @Test
  void timersThatWaitTooLongShowInTheHealthButTakeNoNodeOutOfTheBalance() {
    executor.shutdown();
    String instance = probe.set("waits", clock.instant(), P1_CLOCK);
    assertThat(health.healthForPath("executor").getStatus()).isEqualTo(Status.UP);

    clock.travelTo(clock.instant().plus(Duration.ofSeconds(61)));
    assertThat(health.healthForPath("executor").getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
    runtime.deleteProcessInstance(instance, "told");
  }

  @Test
  void deliveriesThatHangTakeNoThreadFromTheClocks() {
    probe.hold();
    try {
      for (int i = 0; i < 40; i++) {
        probe.set("held", clock.instant(), DELIVERY);
      }
      Awaitility.await().until(() -> probe.held() >= 4);
      probe.set("P1", clock.instant().plusMillis(300), P1_CLOCK);
      assertThat(awaitFirings(1)).extracting(Firing::key).containsExactly("P1");
    } finally {
      probe.release();
    }
    awaitFirings(41);
    assertThat(probe.held()).isEqualTo(40);
  }

  @Test
  void flowsThatNeverWaitFailAndLoseNothing() {
    repository
        .createDeployment()
        .addModelInstance(
            "circle.bpmn",
            Bpmn.createExecutableProcess("circle")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("stays")
                .serviceTask("begin")
                .camundaAsyncBefore()
                .camundaExpression("${1}")
                .exclusiveGateway("again")
                .serviceTask("round")
                .camundaExpression("${1}")
                .connectTo("again")
                .done())
        .addModelInstance(
            "crowd.bpmn",
            Bpmn.createExecutableProcess("crowd")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("many")
                .camundaAsyncBefore()
                .camundaExpression("${1}")
                .multiInstance()
                .cardinality("1000000")
                .parallel()
                .multiInstanceDone()
                .endEvent()
                .done())
        .deploy();
    String circle = runtime.startProcessInstanceByKey("circle", "circle").getId();
    flows.complete(flows.offeredTasks(circle).get(0), Map.of());
    String crowd = runtime.startProcessInstanceByKey("crowd", "crowd").getId();

    assertThat(failureOf(circle)).contains("5,000 steps without waiting");
    assertThat(failureOf(crowd)).contains("1000000 times");
    probe.set("goes on", clock.instant(), P1_CLOCK);
    awaitFirings(1);
    for (String instance : List.of(circle, crowd)) {
      assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).count())
          .isEqualTo(1);
      runtime.deleteProcessInstance(instance, "told");
    }
  }

  private String failureOf(String instance) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .until(
            () ->
                management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .withException()
                    .list()
                    .stream()
                    .map(Job::getExceptionMessage)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void aLockThatAnotherNodeHasByNowIsLeftToIt() {
    executor.shutdown();
    String instance = probe.set("taken over", clock.instant(), P1_CLOCK);
    String job =
        database.queryForObject(
            "select ID_ from ACT_RU_JOB where PROCESS_INSTANCE_ID_ = ?", String.class, instance);
    Instant end = clock.instant().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    lock(job, heldJobs.owner(), end);
    heldJobs.take(job);

    heldJobs.extend(job);
    assertThat(lockEnd(job)).isNotEqualTo(end);
    assertThat(heldJobs.longest()).isPositive();

    lock(job, "another node", end);
    heldJobs.extend(job);
    assertThat(lockEnd(job)).isEqualTo(end);
    assertThat(heldJobs.longest()).isZero();
    runtime.deleteProcessInstance(instance, "told");
  }

  private void lock(String job, String owner, Instant until) {
    transaction.executeWithoutResult(
        status ->
            database.update(
                "update ACT_RU_JOB set LOCK_OWNER_ = ?, LOCK_EXP_TIME_ = ? where ID_ = ?",
                owner,
                Date.from(until),
                job));
  }

  private Instant lockEnd(String job) {
    Date end =
        database.queryForObject(
            "select LOCK_EXP_TIME_ from ACT_RU_JOB where ID_ = ?", Date.class, job);
    return Instant.ofEpochMilli(end.getTime());
  }

  @Test
  void anErrorDoesNotEndTheAcquisitionOfJobs() {
    AcquireJobsCommandFactory real = executor.getAcquireJobsCmdFactory();
    executor.setAcquireJobsCmdFactory(
        count -> {
          executor.setAcquireJobsCmdFactory(real);
          throw new StackOverflowError("thrown by a test");
        });
    probe.set("after the error", clock.instant(), P1_CLOCK);

    awaitFirings(1);
    assertThat(acquisition.health().getStatus()).isEqualTo(Status.UP);
    assertThat((long) acquisition.health().getDetails().get("jobsRestarts")).isPositive();
  }

  @Test
  void livenessIsLostWhereNobodyAsksForJobs() {
    assertThat(health.healthForPath("liveness").getStatus()).isEqualTo(Status.UP);
    JobAcquisitionHealthIndicator impatient =
        new JobAcquisitionHealthIndicator(executor, heldJobs, Duration.ZERO);
    assertThat(impatient.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void onlyWhatIsGoneIsAConflictWhenTheEngineStumbles() {
    repository
        .createDeployment()
        .addModelInstance(
            "stumbles.bpmn",
            Bpmn.createExecutableProcess("stumbles")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("wait")
                .serviceTask("stumble")
                .camundaDelegateExpression("${timerProbe}")
                .endEvent()
                .done())
        .deploy();
    String instance = runtime.startProcessInstanceByKey("stumbles", "stumbles").getId();
    OfferedTask task = flows.offeredTasks(instance).get(0);

    assertThatThrownBy(() -> flows.complete(task, Map.of()))
        .isInstanceOf(NullPointerException.class);

    runtime.deleteProcessInstance(instance, "another one was faster");
    assertThatThrownBy(() -> flows.complete(task, Map.of())).isInstanceOf(FlowConflict.class);
  }

  private List<Firing> awaitFirings(int expected) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(probe::firings, firings -> firings.size() == expected);
  }
}
