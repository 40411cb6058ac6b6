package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.Node;
import dev.baton.support.NodeProcess;
import dev.baton.support.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A process without memory ends, and is not left half dead; started without any option of the JVM.
 */
class OutOfMemoryExitIT {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @Test
  void aProcessThatHasNoMemoryLeftEnds() throws Exception {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    try (Node builder = Node.start(schema, false)) {
      for (String place : new String[] {"request", "job", "thread"}) {
        try (NodeProcess node =
            NodeProcess.start(
                schema,
                "memory-" + place,
                "--spring.main.sources=" + MemoryHog.class.getName(),
                "--camunda.bpm.job-execution.enabled=false",
                "--camunda.bpm.webapp.enabled=false")) {
          await("ready", node::isReady, node);

          ask(node, place);

          await("gone", () -> !node.isAlive(), node);
          assertThat(node.logged()).contains("Out of memory: the process is ending");
        }
      }
    } finally {
      schema.drop();
    }
  }

  private static void ask(NodeProcess node, String place) throws InterruptedException {
    Matcher port = PORT.matcher(node.logged());
    assertThat(port.find()).isTrue();
    String address = "http://127.0.0.1:" + port.group(1) + "/sign-in/hog/" + place;
    HttpClient http = HttpClient.newHttpClient();
    try {
      String cookie =
          signInPage(http, URI.create(address.replaceFirst("/sign-in/.*", "/sign-in")))
              .headers()
              .allValues("Set-Cookie")
              .stream()
              .filter(it -> it.startsWith("BATON-CSRF="))
              .map(it -> it.substring(0, it.indexOf(';')))
              .findFirst()
              .orElseThrow();
      http.send(
          HttpRequest.newBuilder(URI.create(address))
              .header("Cookie", cookie)
              .header("X-BATON-CSRF", cookie.substring("BATON-CSRF=".length()))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException gone) {
      // It ended before it answered.
    }
  }

  /** Until the desk is open, another page stands in its place. */
  private static HttpResponse<String> signInPage(HttpClient http, URI address)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + LONGEST.toNanos();
    HttpResponse<String> page;
    do {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      page =
          http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    } while (page.statusCode() != 200 && System.nanoTime() < until);
    return page;
  }

  private static void await(String what, BooleanSupplier state, NodeProcess node) {
    long until = System.nanoTime() + LONGEST.toNanos();
    while (!state.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + ":\n" + node.logged()).isLessThan(until);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
