package dev.baton.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.JdbcTemplate;

/** Clients that each do one operation after the other for a while. */
final class Load {

  private static final int REPETITIONS = 3;

  private final JdbcTemplate jdbc;

  Load(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** One operation; false or an exception is a failure. */
  @FunctionalInterface
  interface Operation {
    boolean run() throws Exception;
  }

  /** Three times, each on a quiet machine; the median. {@code between} tidies up after each. */
  Level measure(String what, int clients, Duration time, Operation operation, Runnable between) {
    List<Level> repetitions = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      boolean quiet = QuietMachine.await();
      repetitions.add(once(what, clients, time, operation, quiet));
      between.run();
    }
    return Level.median(repetitions);
  }

  Level once(String what, int clients, Duration time, Operation operation, boolean quiet) {
    ServerCounters before = ServerCounters.read(jdbc);
    long start = System.nanoTime();
    long end = start + time.toNanos();
    List<Client> done = run(clients, () -> new Client().work(operation, end));
    double seconds = (System.nanoTime() - start) / 1e9;
    ServerCounters counted = ServerCounters.read(jdbc).since(before);
    double[] latencies =
        done.stream().flatMap(client -> client.millis.stream()).mapToDouble(ms -> ms).toArray();
    Arrays.sort(latencies);
    int operations = Math.max(1, latencies.length);
    return new Level(
        what,
        clients,
        latencies.length / seconds,
        at(latencies, 0.50),
        at(latencies, 0.95),
        (double) counted.commits() / operations,
        (double) counted.statements() / operations,
        done.stream().mapToLong(client -> client.failures).sum(),
        quiet);
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
  }

  static <T> List<T> run(int threads, Callable<T> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(pool.submit(work));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The load was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A client broke off", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static final class Client {
    private final List<Double> millis = new ArrayList<>();
    private long failures;

    Client work(Operation operation, long end) {
      while (System.nanoTime() < end) {
        long before = System.nanoTime();
        if (succeeds(operation)) {
          millis.add((System.nanoTime() - before) / 1e6);
        } else {
          failures++;
        }
      }
      return this;
    }

    private boolean succeeds(Operation operation) {
      try {
        return operation.run();
      } catch (Exception e) {
        if (failures == 0) {
          System.out.println("The first failure of a client: " + e);
        }
        return false;
      }
    }
  }
}
