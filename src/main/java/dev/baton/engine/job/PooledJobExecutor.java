package dev.baton.engine.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * One thread acquires the jobs of some priorities, and a pool of its own runs them. Where the pool
 * is full, that thread waits for room: it never runs a job itself. It outlives errors.
 */
class PooledJobExecutor extends JobExecutor {

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long LOOK_MILLIS = 50;
  private static final Logger log = LoggerFactory.getLogger(PooledJobExecutor.class);

  private final JobPoolSettings settings;
  private final LockedJobs held;
  private final AtomicLong restarts = new AtomicLong();
  private volatile long lastAcquired;
  private volatile Thread acquiring;
  private volatile ThreadPoolExecutor pool;

  PooledJobExecutor(JobPoolSettings settings, LockedJobs held) {
    this.settings = settings;
    this.held = held;
    this.name = settings.name();
  }

  @Override
  protected void ensureInitialization() {
    acquireJobsCmdFactory = count -> new AcquireJobsByPriority(this, count, settings.ranges());
    acquireJobsRunnable = new SequentialJobAcquisitionRunnable(this);
  }

  @Override
  protected void startExecutingJobs() {
    CustomizableThreadFactory names = new CustomizableThreadFactory(name + "-");
    names.setDaemon(true);
    pool =
        new ThreadPoolExecutor(
            settings.coreThreads(),
            settings.mostThreads(),
            KEEP_ALIVE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.queue()),
            names,
            this::waitForRoom);
    lastAcquired = System.nanoTime();
    held.start();
    AcquireJobsRunnable loop = acquireJobsRunnable;
    ThreadPoolExecutor current = pool;
    acquiring = new Thread(() -> acquire(loop, current), name + "-acquisition");
    acquiring.setDaemon(true);
    acquiring.start();
  }

  /** The engine's loop ends by itself when it is stopped; an error ends it before. */
  @SuppressWarnings("PMD.AvoidCatchingThrowable")
  private void acquire(AcquireJobsRunnable loop, ThreadPoolExecutor current) {
    while (!current.isShutdown()) {
      try {
        loop.run();
      } catch (Throwable e) {
        restarts.incrementAndGet();
        told(e);
      }
    }
  }

  /** Without memory, logging fails too; this must not end the thread. */
  private static void told(Throwable e) {
    try {
      log.error("Acquiring jobs failed, and goes on in a second.", e);
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Throwable again) {
      return;
    }
  }

  @Override
  public Command<AcquiredJobs> getAcquireJobsCmd(int count) {
    lastAcquired = System.nanoTime();
    return super.getAcquireJobsCmd(count);
  }

  @Override
  public void executeJobs(List<String> jobs, ProcessEngineImpl engine) {
    JobBatch batch = new JobBatch(jobs, engine, this, held);
    try {
      pool.execute(batch);
    } catch (RejectedExecutionException stopping) {
      batch.handBack();
    }
  }

  private void waitForRoom(Runnable batch, ThreadPoolExecutor full) {
    try {
      while (!full.isShutdown()) {
        if (full.getQueue().offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          if (full.isShutdown() && full.remove(batch)) {
            break;
          }
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RejectedExecutionException("The node is stopping.");
  }

  /**
   * What waits goes back to the other nodes. What runs has the grace, then is interrupted, and then
   * left behind: the lock of such a job ends by itself.
   */
  @Override
  protected void stopExecutingJobs() {
    isActive = false; // what a thread still takes from the queue is unlocked instead of run
    pool.shutdown();
    handBackWhatWaits();
    try {
      acquiring.join(settings.grace().toMillis() / 2);
      acquiring.interrupt();
      if (!pool.awaitTermination(settings.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        pool.shutdownNow();
        if (!pool.awaitTermination(settings.grace().toMillis() / 2, TimeUnit.MILLISECONDS)) {
          log.warn(
              "{} of {} still run a job that takes no interruption. They are left behind.",
              pool.getActiveCount(),
              name);
        }
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** No thread may become free to do it: all of them may be stuck. */
  private void handBackWhatWaits() {
    List<Runnable> waiting = new ArrayList<>();
    pool.getQueue().drainTo(waiting);
    for (Runnable batch : waiting) {
      ((JobBatch) batch).handBack();
    }
  }

  @Override
  public void jobWasAdded() {
    AcquireJobsRunnable loop = acquireJobsRunnable;
    if (isActive && loop != null) { // another thread may be stopping it
      loop.jobWasAdded();
    }
  }

  /** Whether the acquisition thread is alive; true if it is not supposed to run. */
  boolean isAcquiring() {
    Thread thread = acquiring;
    return !isActive || thread != null && thread.isAlive();
  }

  /** How long it has not asked for jobs: it waits for the database, or for room in the pool. */
  Duration silence() {
    return isActive ? Duration.ofNanos(System.nanoTime() - lastAcquired) : Duration.ZERO;
  }

  /** How often an error ended the acquisition and it restarted. */
  long restarts() {
    return restarts.get();
  }
}
