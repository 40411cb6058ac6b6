package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.fuzz.FuzzedInputs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 100,000 generated mails, calendars, YAML documents and search words: how slow the slowest is. */
@Tag("bench")
class FuzzBench {

  private static final int INPUTS = Integer.getInteger("baton.fuzz.inputs", 100_000);

  @Test
  void readsThemAll() {
    long before = heap();
    FuzzedInputs.Outcome outcome = FuzzedInputs.readAll(20_261_129L, INPUTS);
    long after = heap();

    System.out.printf(
        "%,d inputs, %.1f MB, %,d read, %,d refused; slowest %.2f s/MB (%s); heap %d to %d MB%n",
        INPUTS,
        outcome.bytes() / 1e6,
        outcome.read(),
        outcome.refused(),
        outcome.slowestPerMb(),
        outcome.slowest(),
        before,
        after);
    outcome.failures().forEach(System.out::println);
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.read() + outcome.refused()).isEqualTo(INPUTS);
    assertThat(after - before).isLessThan(50);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
  }
}
