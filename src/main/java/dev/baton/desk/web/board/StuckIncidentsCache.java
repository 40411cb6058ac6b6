package dev.baton.desk.web.board;

import static java.util.Comparator.comparing;

import dev.baton.escalation.IncidentWatch;
import dev.baton.escalation.IncidentWatch.StuckIncident;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Caches the stuck incidents for at most a minute. With very many open incidents a search takes a
 * second; no one waits for it, and the next caller sees its result. It only searches while someone
 * asks.
 */
@Component
class StuckIncidentsCache {

  private static final Logger log = LoggerFactory.getLogger(StuckIncidentsCache.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMillis(60);

  private final IncidentWatch watch;
  private final Clock clock;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "baton-stuckIncidents");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Seen seen = new Seen(null, List.of());
  private Future<?> look;

  StuckIncidentsCache(IncidentWatch watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
  }

  /** The result and its time; the instant is null until the first search has ended. */
  record Seen(Instant at, List<StuckIncident> found) {}

  /** Returns the latest result; waits for a search that is fast enough. */
  Seen seen() {
    Instant now = clock.instant();
    if (seen.at() == null || Duration.between(seen.at(), now).abs().compareTo(FRESH) > 0) {
      await(begin());
    }
    return seen;
  }

  private synchronized Future<?> begin() {
    if (look == null || look.isDone()) {
      look = background.submit(this::look);
    }
    return look;
  }

  private void look() {
    try {
      Instant at = clock.instant();
      seen =
          new Seen(
              at, watch.stuckIncidents().stream().sorted(comparing(StuckIncident::since)).toList());
    } catch (RuntimeException e) {
      log.warn("The board could not look for what stands still; the next who asks tries again", e);
    }
  }

  private static void await(Future<?> look) {
    try {
      look.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      // what was found before is shown meanwhile
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @PreDestroy
  void stop() {
    background.shutdownNow();
  }
}
