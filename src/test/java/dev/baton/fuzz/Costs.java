package dev.baton.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/** What reading something costs this thread, in nanoseconds of its processor time. */
public final class Costs {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long NOTHING = 20_000_000;

  private Costs() {}

  public static long of(Runnable work) {
    long before = THREADS.getCurrentThreadCpuTime();
    work.run();
    return THREADS.getCurrentThreadCpuTime() - before;
  }

  /**
   * How many times more four times the input costs: about 4 where the cost is proportional, 16
   * where it is squared. What costs next to nothing counts as 20 ms, so that warming up is no
   * growth.
   */
  public static <T> double growth(
      int size, IntFunction<T> input, java.util.function.Consumer<T> read) {
    ToLongFunction<T> cost =
        each -> Math.min(of(() -> read.accept(each)), of(() -> read.accept(each)));
    T small = input.apply(size);
    T large = input.apply(4 * size);
    long one = Math.max(NOTHING, cost.applyAsLong(small));
    return (double) cost.applyAsLong(large) / one;
  }
}
