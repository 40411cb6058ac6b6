package dev.baton.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A few of the inputs of the benchmark: each is read, or refused as its reader says. */
class FuzzedInputsTest {

  @Test
  void everyInputIsReadOrRefused() {
    FuzzedInputs.Outcome outcome = FuzzedInputs.readAll(1, 2_000);

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.read()).isPositive();
    assertThat(outcome.refused()).isPositive();
    assertThat(outcome.read() + outcome.refused()).isEqualTo(2_000);
  }
}
