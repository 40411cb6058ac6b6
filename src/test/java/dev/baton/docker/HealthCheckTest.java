package dev.baton.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the container's health check says about the answers an application can give. */
class HealthCheckTest {

  private static final Path BASH = Path.of("/bin/bash");

  @BeforeAll
  static void needsTheShellOfTheImage() {
    assumeTrue(Files.isExecutable(BASH));
  }

  @Test
  void anApplicationThatIsUpIsHealthy() throws Exception {
    Verdict verdict = checkApplicationThatAnswers(200);

    assertThat(verdict.exitCode()).as(verdict.says()).isZero();
  }

  @Test
  void anApplicationWithoutItsDatabaseIsUnhealthy() throws Exception {
    Verdict verdict = checkApplicationThatAnswers(503);

    assertThat(verdict.exitCode()).isOne();
    assertThat(verdict.says()).contains("503");
  }

  @Test
  void aPortWhereNobodyListensIsUnhealthy() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    Verdict verdict = check(port);

    assertThat(verdict.exitCode()).isOne();
    assertThat(verdict.says()).contains("nothing listens");
  }

  @Test
  void anApplicationThatAcceptsAndNeverAnswersIsUnhealthy() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Verdict verdict = check(silent.getLocalPort());

      assertThat(verdict.exitCode()).isOne();
      assertThat(verdict.says()).contains("no answer");
    }
  }

  private static Verdict checkApplicationThatAnswers(int status) throws Exception {
    HttpServer application =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    application.createContext(
        "/actuator/health/readiness",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    application.start();
    try {
      return check(application.getAddress().getPort());
    } finally {
      application.stop(0);
    }
  }

  private static Verdict check(int port) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(BASH.toString(), "docker/health.sh");
    builder.environment().put("SERVER_PORT", String.valueOf(port));
    Process process = builder.redirectErrorStream(true).start();
    String says = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Verdict(process.waitFor(), says);
  }

  private record Verdict(int exitCode, String says) {}
}
