package dev.baton.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until the machine has nothing else to do, so that a level is not measured in a rush hour.
 */
final class QuietMachine {

  private static final double QUIET = 0.15;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private QuietMachine() {}

  /**
   * Returns whether it became quiet: three seconds in a row under 15 % of all cores. With {@code
   * -Dbench.hasty=true} it does not wait.
   */
  static boolean await() {
    if (Boolean.getBoolean("bench.hasty")) {
      return false;
    }
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long end = System.nanoTime() + LONGEST.toNanos();
    int quietSeconds = 0;
    machine.getCpuLoad();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      quietSeconds = machine.getCpuLoad() < QUIET ? quietSeconds + 1 : 0;
      if (quietSeconds == 3) {
        return true;
      }
    }
    return false;
  }
}
