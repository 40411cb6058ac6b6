package dev.baton.flow.migration;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has each node look for migrations to go on with, in a thread of its own: a long one must not keep
 * other scheduled work waiting.
 */
@Component
@ConditionalOnProperty(name = "baton.flow.migration-worker", matchIfMissing = true)
class MigrationSchedule implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(MigrationSchedule.class);
  private static final int SECONDS_TO_FINISH = 10;

  private final MigrationWorker worker;
  private final AtomicBoolean isAsked = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(new CustomizableThreadFactory("migration-"));

  MigrationSchedule(MigrationWorker worker) {
    this.worker = worker;
  }

  @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1S")
  void look() {
    if (isAsked.compareAndSet(false, true)) {
      thread.execute(this::work);
    }
  }

  /** Does not keep whoever released it waiting for the next look. */
  @TransactionalEventListener
  void lookAtOnce(MigrationBegun begun) {
    look();
  }

  private void work() {
    isAsked.set(false);
    try {
      worker.work();
    } catch (RuntimeException e) {
      log.warn("A migration could not go on; the next try is in a second", e);
    }
  }

  /**
   * The incidents at hand are finished; another node, or the next start, goes on with the others.
   */
  @Override
  public void destroy() throws InterruptedException {
    worker.close();
    thread.shutdown();
    thread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
  }
}
