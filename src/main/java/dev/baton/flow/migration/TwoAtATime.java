package dev.baton.flow.migration;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Does the same with many things, in their order and two at a time: while one waits for the
 * database, the other is worked on. A few are done one by one, so that a mistake meets one alone.
 */
@Component
class TwoAtATime implements DisposableBean {

  private static final int FEW = 10;

  private final ExecutorService second =
      Executors.newSingleThreadExecutor(new CustomizableThreadFactory("migration-second-"));

  /**
   * Returns once none is worked on any more.
   *
   * @param work returns whether to go on; what is begun then is finished
   */
  <T> void each(List<T> things, Predicate<T> work) {
    Turns<T> turns = new Turns<>(things);
    if (things.size() <= FEW) {
      turns.take(work);
      return;
    }
    Future<?> other = second.submit(() -> turns.take(work));
    try {
      turns.take(work);
    } finally {
      await(other);
    }
  }

  private static void await(Future<?> other) {
    boolean isInterrupted = false;
    while (true) {
      try {
        other.get();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException failure
            ? failure
            : new IllegalStateException(e.getCause());
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Turns<T> {

    private final Queue<T> left;
    private boolean isStopped;

    Turns(List<T> things) {
      this.left = new ArrayDeque<>(things);
    }

    void take(Predicate<T> work) {
      for (T next = next(); next != null; next = next()) {
        boolean goesOn = false;
        try {
          goesOn = work.test(next);
        } finally {
          if (!goesOn) {
            stop();
          }
        }
      }
    }

    private synchronized T next() {
      return isStopped ? null : left.poll();
    }

    private synchronized void stop() {
      isStopped = true;
    }
  }

  @Override
  public void destroy() {
    second.shutdown();
  }
}
