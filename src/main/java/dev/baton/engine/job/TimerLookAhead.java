package dev.baton.engine.job;

import dev.baton.engine.EngineQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Wakes the job executor at the very instant at which a timer is due. About once a second it looks
 * for the timers of the next moment; those that this node sets itself are told to it on commit.
 * Every node looks for itself. It only wakes: what is due, the executor alone decides, so a timer
 * never fires early, and without this it fires within the executor's longest wait.
 */
@Component
@ConditionalOnJobExecutor
public class TimerLookAhead implements SmartLifecycle {

  /** How far it looks; half a second more than from one look to the next, for a slow look. */
  private static final Duration AHEAD = Duration.ofMillis(1_500);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(TimerLookAhead.class);

  private final JobExecutor jobExecutor;
  private final EngineQueries views;
  private final Clock clock;
  private final Set<Instant> awaited = ConcurrentHashMap.newKeySet();
  private volatile ScheduledExecutorService threads;
  private Duration pause = BETWEEN_LOOKS;

  TimerLookAhead(JobExecutor jobExecutor, EngineQueries views, Clock clock) {
    this.jobExecutor = jobExecutor;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (threads == null) {
      CustomizableThreadFactory names = new CustomizableThreadFactory("timer-look-ahead-");
      names.setDaemon(true);
      // One looks, and may have to wait for the database; the other wakes.
      threads = new ScheduledThreadPoolExecutor(2, names, new ThreadPoolExecutor.DiscardPolicy());
      later(this::look, BETWEEN_LOOKS);
    }
  }

  @Override
  public synchronized void stop() {
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
      awaited.clear();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  /** Whether a timer of that instant may be due before the next look has found it. */
  boolean isSoon(Instant due) {
    return isRunning() && due.isBefore(clock.instant().plus(AHEAD));
  }

  /** A timer was stored that is due then. */
  void expect(Instant due) {
    if (awaited.add(due)) {
      // A millisecond more, for the part of now that the clock does not tell.
      later(() -> wake(due), Duration.between(clock.instant(), due).plusMillis(1));
    }
  }

  /** Where the clock was moved or stands still, the timer is not due yet: a later look finds it. */
  private void wake(Instant due) {
    awaited.remove(due);
    if (!clock.instant().isBefore(due)) {
      jobExecutor.jobWasAdded();
    }
  }

  private void look() {
    try {
      if (jobExecutor.isActive()) {
        Instant now = clock.instant();
        views.dueWithin(now, now.plus(AHEAD)).forEach(this::expect);
        succeeded();
      }
    } catch (RuntimeException e) {
      failed(e);
    } finally {
      later(this::look, pause);
    }
  }

  private void succeeded() {
    if (!pause.equals(BETWEEN_LOOKS)) {
      log.info("Timers are looked up ahead again.");
      pause = BETWEEN_LOOKS;
    }
  }

  private void failed(RuntimeException e) {
    if (!isRunning()) {
      return; // interrupted by stop
    }
    if (pause.equals(BETWEEN_LOOKS)) {
      log.warn("Timers cannot be looked up ahead, and will be tried again: {}", e.getMessage());
    }
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  private void later(Runnable work, Duration delay) {
    ScheduledExecutorService running = threads;
    if (running != null) {
      var unused = running.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
