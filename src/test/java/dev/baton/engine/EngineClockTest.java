package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;

class EngineClockTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant SPRING = Instant.parse("2016-03-01T08:00:00Z");
  private static final Instant AUTUMN = Instant.parse("2016-10-01T08:00:00Z");

  private final EngineClock clock = new EngineClock();

  /** What the thread sees while the other has travelled as well. */
  private record Seen(Instant byClock, Instant byEngine, Instant afterwards) {}

  @Test
  void threadsThatTravelAloneHaveTheirOwnTimeAndTheEngineAgreesWithEach() throws Exception {
    CyclicBarrier bothTravelled = new CyclicBarrier(2);
    CyclicBarrier bothSaw = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Seen>> seen =
          threads.invokeAll(
              List.of(
                  travel(SPRING, bothTravelled, bothSaw), travel(AUTUMN, bothTravelled, bothSaw)));

      assertThat(seen.get(0).get().byClock()).isEqualTo(SPRING);
      assertThat(seen.get(0).get().byEngine()).isEqualTo(SPRING);
      assertThat(seen.get(1).get().byClock()).isEqualTo(AUTUMN);
      assertThat(seen.get(1).get().byEngine()).isEqualTo(AUTUMN);
      assertThat(seen)
          .allSatisfy(one -> assertThat(one.get().afterwards()).isAfter(Instant.now().minus(DAY)));
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Seen> travel(Instant to, CyclicBarrier bothTravelled, CyclicBarrier bothSaw) {
    return () -> {
      clock.travelAlone(to);
      bothTravelled.await();
      Instant byClock = clock.instant();
      Instant byEngine = ClockUtil.getCurrentTime().toInstant();
      bothSaw.await();
      clock.rejoin();
      return new Seen(byClock, byEngine, clock.instant());
    };
  }

  @Test
  void aThreadThatDidNotTravelHasTheTimeOfTheMachine() throws Exception {
    clock.travelAlone(SPRING);
    try {
      ExecutorService other = Executors.newSingleThreadExecutor();
      try {
        assertThat(other.submit(clock::instant).get()).isAfter(Instant.now().minus(DAY));
      } finally {
        other.shutdownNow();
      }
      assertThat(clock.instant()).isEqualTo(SPRING);
    } finally {
      clock.rejoin();
    }
  }
}
