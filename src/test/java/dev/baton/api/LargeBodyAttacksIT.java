package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that would fill the memory are ended at the door, whoever sends them, wherever to. */
class LargeBodyAttacksIT extends ApiDesk {

  private static final String HOST = "Host: localhost";
  private static final String JSON = "Content-Type: application/json";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String FILES = "Content-Type: multipart/form-data; boundary=x";

  private static final long HUGE = 400_000_000;

  /** The largest limit of a kind without files, what the server skips, and the sockets' buffers. */
  private static final long LITTLE = 24_000_000;

  private RawRequest post(String path, String... headers) {
    String[] all = new String[headers.length + 1];
    all[0] = HOST;
    System.arraycopy(headers, 0, all, 1, headers.length);
    return RawRequest.to(port, "POST " + path + " HTTP/1.1", all);
  }

  private static String as(String login) {
    return "Authorization: Basic "
        + Base64.getEncoder()
            .encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sign-in",
        "/sign-in/passkey",
        "/sign-in/passkey/options",
        "/sign-in/code",
        "/sign-out",
        "/account/passkeys",
        "/error",
        "/actuator/health",
        "/v3/api-docs",
        "/api/v1/incidents",
        "/api/v1/monitoring/nagios",
        "/api/v1/monitoring/nagios/alertmanager",
        "/engine-rest/task",
        "/engine-rest/deployment/create",
        "/engine-rest/engine/default/deployment/create",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/admin/auth/user/default/login/tasklist",
        "/camunda/app/tasklist/default/",
        "/desk/calls",
        "/desk/incidents/INC-2026-000001/messages",
        "/nowhere",
        "//sign-in/passkey",
        "/sign-in/passkey;x=y"
      })
  void aHugeBodyIsRefusedBeforeItIsRead(String path) {
    for (String type : List.of(JSON, FORM, FILES, "Content-Type: text/plain")) {
      RawRequest.Reply reply = post(path, type).announcing(HUGE);

      assertThat(reply.status()).as(path + " " + type + "\n" + reply.text()).isEqualTo(413);
      assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/sign-in/passkey, application/json",
    "/sign-in, application/x-www-form-urlencoded",
    "/sign-in, multipart/form-data; boundary=x",
    "/account/passkeys, application/json",
    "/api/v1/incidents, application/json",
    "/api/v1/monitoring/nagios, application/json",
    "/engine-rest/task, application/json",
    "/engine-rest/deployment/create, multipart/form-data; boundary=x",
    "/camunda/api/engine/engine/default/task, application/json",
    "/camunda/api/admin/auth/user/default/login/tasklist, application/x-www-form-urlencoded",
    "/desk/incidents/INC-2026-000001/messages, multipart/form-data; boundary=x",
    "/nowhere, application/json"
  })
  void anEndlessBodyIsEnded(String path, String type) {
    for (String who : List.of("X-Nobody: x", as("agent"), as("process-owner"))) {
      RawRequest.Reply reply =
          post(path, "Content-Type: " + type, "Cookie: JSESSIONID=made-up", who)
              .inChunks(2 * LITTLE);

      assertThat(reply.sent()).as(path + "\n" + reply.text()).isLessThan(LITTLE);
      assertThat(reply.status())
          .as(path + "\n" + reply.text())
          .isIn(0, 400, 401, 403, 404, 411, 413);
    }
  }

  /** The headers of a browser that has the sign-in page open. */
  private String[] signingIn() {
    String cookie =
        nobody().get("/sign-in").response().headers().allValues("Set-Cookie").stream()
            .filter(it -> it.startsWith("BATON-CSRF="))
            .map(it -> it.substring(0, it.indexOf(';')))
            .findFirst()
            .orElseThrow();
    return new String[] {
      JSON, "Cookie: " + cookie, "X-BATON-CSRF: " + cookie.substring("BATON-CSRF=".length())
    };
  }

  @Test
  void manyEndlessBodiesAtOnceTakeNoMemory() {
    String[] browser = signingIn();
    ExecutorService crowd = Executors.newFixedThreadPool(12);
    try {
      List<CompletableFuture<RawRequest.Reply>> all =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> post("/sign-in/passkey", browser).inChunks(HUGE), crowd))
              .toList();

      for (CompletableFuture<RawRequest.Reply> one : all) {
        assertThat(one.join().sent()).isLessThan(LITTLE);
        assertThat(one.join().status()).isIn(0, 413);
      }
    } finally {
      crowd.shutdown();
    }
    assertThat(nobody().get("/actuator/health").status()).isEqualTo(200);
  }

  @Test
  void whatSaysHowLongItIsMayBeAsLongAsTheKindAllows() {
    String words = "x".repeat(70_000);

    assertThat(post("/sign-in/passkey", JSON).with("\"" + words + "\"").status()).isEqualTo(413);
    assertThat(
            agent.post("/api/v1/incidents", report("Long").replace("It stopped.", words)).status())
        .isEqualTo(201);
  }

  @Test
  void aDeploymentMayHaveAFewMegabytes() {
    String form = "{\"id\": \"large\", \"components\": [], \"x\": \"%s\", \"type\": \"default\"}";

    assertThat(
            Deployments.deploy(
                    agent.as("process-owner"), "large.form", form.formatted("x".repeat(2_000_000)))
                .status())
        .isEqualTo(200);
    assertThat(
            post("/engine-rest/deployment/create", FILES, as("process-owner"))
                .announcing(6_000_000)
                .status())
        .isEqualTo(413);
  }

  @Test
  void aFormMustSayHowLongItIs() {
    for (String type : List.of(FORM, FILES)) {
      assertThat(post("/sign-in", type).inChunks(1000).status()).isEqualTo(411);
      assertThat(
              post("/desk/incidents/INC-2026-000001/messages", type, as("agent"), "X-BATON-CSRF: x")
                  .inChunks(1000)
                  .status())
          .isEqualTo(411);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip", "zstd"})
  void packedBodiesAreNotUnpacked(String coding) {
    for (String path : List.of("/sign-in/passkey", "/api/v1/incidents", "/engine-rest/task")) {
      RawRequest.Reply reply =
          post(path, JSON, as("agent"), "Content-Encoding: " + coding).with("{}");

      assertThat(reply.status()).as(reply.text()).isEqualTo(415);
    }
  }

  @Test
  void manyParametersAndLargeHeadsAreRefused() {
    String parameters = "login=a" + "&x=y".repeat(5_000);
    assertThat(post("/sign-in", FORM).with(parameters).status()).isIn(400, 403, 413);
    assertThat(agent.get("/api/v1/incidents?size=1" + "&x=y".repeat(1_500)).status())
        .isEqualTo(400);
    assertThat(agent.get("/api/v1/incidents?size=1&x=" + "y".repeat(6_000)).status())
        .as("links that repeat it")
        .isEqualTo(200);
    assertThat(
            RawRequest.to(port, "GET / HTTP/1.1", HOST, "X-Large: " + "x".repeat(20_000))
                .withoutBody()
                .status())
        .isIn(0, 400, 431);
  }

  @Test
  void theEngineReadsNoDeepJson() {
    for (String path :
        List.of(
            "/engine-rest/task", "/engine-rest/process-definition/key/incident-lifecycle/start")) {
      ApiClient.Answer answer = agent.post(path, "{\"variables\":".repeat(20_000));

      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }
  }

  @Test
  void alertsAreReadOnlyOfASourceThatShowedItsToken() {
    RawRequest.Reply reply = post("/api/v1/monitoring/nagios", JSON).with("no JSON at all");

    assertThat(reply.status()).as(reply.text()).isEqualTo(401);
  }
}
