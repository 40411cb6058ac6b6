package dev.baton.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * The desk as somebody starts it on a fresh machine: a process of its own, an empty data folder,
 * the embedded database, the demonstration.
 */
final class DemoDeskProgram implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(10);

  private final Process process;
  private final int port;
  private final Path folder;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<StartUpAnswer> startUp = new ArrayList<>();

  private DemoDeskProgram(Process process, int port, Path folder, Path log) {
    this.process = process;
    this.port = port;
    this.folder = folder;
    this.log = log;
  }

  /** What somebody saw who opened the sign-in while the desk was being prepared. */
  record StartUpAnswer(int status, String body, Duration took) {}

  static DemoDeskProgram start() {
    try {
      int port = freePort();
      Path folder = Path.of("target", "demo-desk", "" + ProcessHandle.current().pid());
      FileSystemUtils.deleteRecursively(folder);
      Files.createDirectories(folder);
      Path log = folder.resolve("desk.log");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx768m",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  "dev.baton.BatonApplication",
                  "--baton.data=" + folder.resolve("data"),
                  "--server.port=" + port,
                  "--baton.sign-in.password-strength=4",
                  "--spring.autoconfigure.exclude=org.camunda.community.process_test_coverage"
                      + ".spring_test.platform7.ProcessEngineCoverageConfiguration")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      DemoDeskProgram desk = new DemoDeskProgram(process, port, folder, log);
      desk.awaitReady();
      return desk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  List<StartUpAnswer> startUp() {
    return List.copyOf(startUp);
  }

  String get(String path, String login) {
    return send(request(path, login).build()).body();
  }

  /** Sends JSON; answers what came back. */
  String post(String path, String login, String json) {
    return send(request(path, login)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .build())
        .body();
  }

  String put(String path, String login, String json) {
    return send(request(path, login)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .build())
        .body();
  }

  /** Sends one file as Modeler does. */
  String deploy(String login, String name, String content) {
    String body =
        """
        --part\r
        Content-Disposition: form-data; name="deployment-name"\r
        \r
        %1$s\r
        --part\r
        Content-Disposition: form-data; name="deployment-source"\r
        \r
        Camunda Modeler\r
        --part\r
        Content-Disposition: form-data; name="enable-duplicate-filtering"\r
        \r
        true\r
        --part\r
        Content-Disposition: form-data; name="%1$s"; filename="%1$s"\r
        \r
        %2$s\r
        --part--\r
        """
            .formatted(name, content);
    return send(request("/engine-rest/deployment/create", login)
            .header("Content-Type", "multipart/form-data; boundary=part")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build())
        .body();
  }

  private HttpRequest.Builder request(String path, String login) {
    String secret =
        Base64.getEncoder().encodeToString((login + ":baton").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(address(path)).header("Authorization", "Basic " + secret);
  }

  private void awaitReady() {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The desk ended; see " + log);
      }
      openSignIn();
      if (isReady()) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    }
    close();
    throw new IllegalStateException("The desk did not become ready; see " + log);
  }

  private void openSignIn() {
    long begin = System.nanoTime();
    try {
      HttpResponse<String> answer =
          send(HttpRequest.newBuilder(address("/sign-in")).header("Accept", "text/html").build());
      startUp.add(
          new StartUpAnswer(
              answer.statusCode(), answer.body(), Duration.ofNanos(System.nanoTime() - begin)));
    } catch (UncheckedIOException notYet) {
      // It does not listen yet.
    }
  }

  private boolean isReady() {
    try {
      return send(HttpRequest.newBuilder(address("/actuator/health/readiness")).build())
              .statusCode()
          == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the desk", e);
    }
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Its log stays. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      FileSystemUtils.deleteRecursively(folder.resolve("data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
