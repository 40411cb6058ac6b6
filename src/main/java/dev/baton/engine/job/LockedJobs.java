package dev.baton.engine.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The jobs that this node has locked and not done yet. While it lives, it extends their locks in
 * time: a job that takes longer than its lock is not started a second time elsewhere. The locks of
 * a killed node end as ever.
 */
class LockedJobs {

  private static final Logger log = LoggerFactory.getLogger(LockedJobs.class);

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration lockTime;
  private final String owner;
  private final Map<String, Long> held = new ConcurrentHashMap<>();
  private ScheduledExecutorService thread;

  LockedJobs(
      JdbcClient database,
      TransactionTemplate transaction,
      Clock clock,
      Duration lockTime,
      String owner) {
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
    this.lockTime = lockTime;
    this.owner = owner;
  }

  /** What the node's locks say. */
  String owner() {
    return owner;
  }

  void take(List<String> jobs) {
    jobs.forEach(this::take);
  }

  /** A job that this node holds already keeps the instant from which it does. */
  void take(String job) {
    held.putIfAbsent(job, System.nanoTime());
  }

  void release(String job) {
    held.remove(job);
  }

  void release(List<String> jobs) {
    jobs.forEach(this::release);
  }

  /** How long the job that was taken first has been held; zero when none is. */
  Duration longest() {
    long now = System.nanoTime();
    return Duration.ofNanos(held.values().stream().mapToLong(since -> now - since).max().orElse(0));
  }

  synchronized void start() {
    if (thread == null) {
      CustomizableThreadFactory names = new CustomizableThreadFactory("job-locks-");
      names.setDaemon(true);
      thread = new ScheduledThreadPoolExecutor(1, names);
      long third = lockTime.toMillis() / 3;
      var unused = thread.scheduleAtFixedRate(this::extend, third, third, TimeUnit.MILLISECONDS);
    }
  }

  synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  private void extend() {
    long longSince = System.nanoTime() - lockTime.toNanos() / 3;
    held.forEach(
        (job, since) -> {
          if (since - longSince < 0) {
            extend(job);
          }
        });
  }

  /**
   * The revision stays: what the job itself writes at its end is no conflict. A lock that another
   * node has by now is left to it: what this node still does of the job cannot be committed.
   */
  void extend(String job) {
    try {
      JdbcClient.StatementSpec extension =
          database
              .sql("update ACT_RU_JOB set LOCK_EXP_TIME_ = ? where ID_ = ? and LOCK_OWNER_ = ?")
              .params(clock.instant().plus(lockTime), job, owner);
      Integer extended = transaction.execute(status -> extension.update());
      if (extended != null && extended == 0 && held.remove(job) != null) {
        log.warn("The lock of job {} was lost: it is done, or another node has it.", job);
      }
    } catch (RuntimeException e) {
      log.warn("The lock of job {} cannot be extended: {}", job, e.getMessage());
    }
  }
}
