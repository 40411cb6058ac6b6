package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

/** Two people who read a page again and again. */
final class PageReaders {

  private static final int READERS = 2;
  private static final int CALLS = 30;
  private static final int WARM_UP = 4;
  private static final String CREDENTIALS =
      Base64.getEncoder().encodeToString("admin:Correct-horse-26".getBytes(StandardCharsets.UTF_8));

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String base;

  PageReaders(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** The 95th percentile of the times in which it answers, in milliseconds. */
  double p95(String path) {
    for (int i = 0; i < WARM_UP; i++) {
      assertThat(read(path)).as(path).isEqualTo(200);
    }
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      DoubleStream all = DoubleStream.empty();
      for (Future<double[]> one : readers.invokeAll(Collections.nCopies(READERS, reading(path)))) {
        all = DoubleStream.concat(all, Arrays.stream(one.get()));
      }
      double[] sorted = all.sorted().toArray();
      return sorted[(int) (sorted.length * 0.95)];
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      readers.shutdown();
    }
  }

  private Callable<double[]> reading(String path) {
    return () -> {
      double[] millis = new double[CALLS];
      for (int i = 0; i < CALLS; i++) {
        long begun = System.nanoTime();
        read(path);
        millis[i] = (System.nanoTime() - begun) / 1e6;
      }
      return millis;
    };
  }

  private int read(String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(base + path))
                  .header("Authorization", "Basic " + CREDENTIALS)
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
