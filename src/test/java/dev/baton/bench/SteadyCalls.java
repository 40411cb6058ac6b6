package dev.baton.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls at a fixed rate, whether or not earlier ones have been answered: one half reports, the
 * other reads one incident or a list.
 */
final class SteadyCalls implements AutoCloseable {

  private final Api api;
  private final ScheduledExecutorService metronome = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService callers = Executors.newFixedThreadPool(32);
  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong count = new AtomicLong();
  private final long start = System.nanoTime();
  private volatile String known;

  private SteadyCalls(Api api) {
    this.api = api;
  }

  static SteadyCalls begin(Api api, int perSecond) {
    SteadyCalls calls = new SteadyCalls(api);
    var unused =
        calls.metronome.scheduleAtFixedRate(
            () -> calls.callers.execute(calls::call),
            0,
            TimeUnit.SECONDS.toNanos(1) / perSecond,
            TimeUnit.NANOSECONDS);
    return calls;
  }

  private void call() {
    long before = System.nanoTime();
    try {
      if (succeeds(count.incrementAndGet())) {
        millis.add((System.nanoTime() - before) / 1e6);
      } else {
        failures.incrementAndGet();
      }
    } catch (Exception e) {
      failures.incrementAndGet();
    }
  }

  private boolean succeeds(long n) throws Exception {
    if (n % 2 == 1 || known == null) {
      var response = api.post("/incidents", BenchDesk.report(n));
      response.headers().firstValue("Location").ifPresent(this::remember);
      return response.statusCode() == 201;
    }
    String path = n % 4 == 0 ? "/incidents?size=50" : "/incidents/" + known;
    return api.get(path).statusCode() == 200;
  }

  private void remember(String location) {
    known = location.substring(location.lastIndexOf('/') + 1);
  }

  /** What was done so far. */
  String summary() {
    double seconds = (System.nanoTime() - start) / 1e9;
    double[] sorted;
    synchronized (millis) {
      sorted = millis.stream().mapToDouble(ms -> ms).sorted().toArray();
    }
    return String.format(
        Locale.ROOT,
        "%.1f calls a second, p50 %.1f ms, p95 %.1f ms, %d failures",
        sorted.length / seconds,
        sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2],
        sorted.length == 0 ? Double.NaN : sorted[(int) (sorted.length * 0.95)],
        failures.get());
  }

  @Override
  public void close() throws InterruptedException {
    metronome.shutdownNow();
    callers.shutdown();
    if (!callers.awaitTermination(30, TimeUnit.SECONDS)) {
      callers.shutdownNow();
    }
  }
}
