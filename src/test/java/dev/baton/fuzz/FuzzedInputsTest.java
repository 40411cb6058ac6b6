package dev.baton.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A few of the inputs of the benchmark: each is read, or refused as its reader says. */
class FuzzedInputsTest {

  @Test
  void everyInputIsReadOrRefused() {
    FuzzedInputs inputs = new FuzzedInputs();
    inputs.readAll(1, 2_000);

    assertThat(inputs.failures()).isEmpty();
    assertThat(inputs.read() + inputs.refused()).isEqualTo(2_000);
    for (String kind :
        new String[] {
          "HOLIDAYS", "SHIFTS", "AGREEMENTS", "TABLE", "ALERTMANAGER", "MAPPED_ALERTS", "LOG"
        }) {
      assertThat(inputs.readsAndRefuses(kind)).as("%s of %s", kind, inputs.byKind()).isTrue();
    }
  }
}
