package dev.baton.signin;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must come about within the minute. */
final class Patience {

  private Patience() {}

  static void until(BooleanSupplier state) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!state.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not come about within the minute");
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
  }
}
