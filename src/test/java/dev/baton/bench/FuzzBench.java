package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.fuzz.FuzzedInputs;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 100,000 generated mails, calendars, tables, alerts, agreements and search words on a warm JVM:
 * none is lost, none is slow for its size, no thread ends, and the heap stays as it is.
 */
@Tag("bench")
class FuzzBench {

  private static final int INPUTS = Integer.getInteger("bench.inputs", 100_000);
  private static final long SEED = Long.getLong("bench.seed", 20_261_129L);
  private static final int WARM_UP = 10_000;
  private static final int STRETCHES = 10;
  private static final double MOST_SECONDS_PER_MB = 2;
  private static final int MOST_GROWTH_MB = 30;

  @Test
  void readsThemAll() throws InterruptedException {
    FuzzedInputs inputs = new FuzzedInputs();
    ConcurrentLinkedQueue<Long> heaps = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Throwable> ends = new ConcurrentLinkedQueue<>();
    Thread reader =
        new Thread(
            () -> {
              new FuzzedInputs().readAll(SEED - WARM_UP, WARM_UP);
              heaps.add(heap());
              for (int i = 0; i < STRETCHES; i++) {
                inputs.readAll(SEED + (long) i * INPUTS / STRETCHES, INPUTS / STRETCHES);
                heaps.add(heap());
              }
            },
            "fuzz-reader");
    reader.setUncaughtExceptionHandler((thread, end) -> ends.add(end));
    int threads = Thread.activeCount();
    reader.start();
    reader.join();

    List<FuzzedInputs.Timed> slowest = inputs.slowest();
    report(inputs, slowest, List.copyOf(heaps));
    assertThat(ends).isEmpty();
    assertThat(inputs.failures()).isEmpty();
    assertThat(inputs.read() + inputs.refused()).isEqualTo(INPUTS / STRETCHES * STRETCHES);
    assertThat(slowest)
        .isNotEmpty()
        .allSatisfy(
            input -> assertThat(input.secondsPerMb()).isLessThanOrEqualTo(MOST_SECONDS_PER_MB));
    assertThat(heaps).hasSize(STRETCHES + 1);
    long first = heaps.peek();
    assertThat(heaps).allSatisfy(heap -> assertThat(heap - first).isLessThan(MOST_GROWTH_MB));
    assertThat(Thread.activeCount()).as("threads left behind").isLessThanOrEqualTo(threads + 1);
  }

  private static void report(
      FuzzedInputs inputs, List<FuzzedInputs.Timed> slowest, List<Long> heaps) {
    System.out.printf(
        "%,d inputs, %.1f MB, %,d read, %,d refused, %,d timed; heap %s MB%n%s%n",
        INPUTS,
        inputs.bytes() / 1e6,
        inputs.read(),
        inputs.refused(),
        inputs.timed(),
        heaps,
        inputs.byKind());
    slowest.forEach(
        slow -> System.out.printf("%.2f s/MB: %s%n", slow.secondsPerMb(), slow.input()));
    inputs.failures().forEach(System.out::println);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }
}
