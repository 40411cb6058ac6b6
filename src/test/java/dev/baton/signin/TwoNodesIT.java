package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.NodeProcess;
import dev.baton.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One session at two nodes, without a load balancer that sends a browser to its own node. */
class TwoNodesIT {

  private static final String PASSWORD = "Only-4-tests!";
  private static final String INCIDENTS = "/api/v1/incidents";
  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final Duration LONGEST_START = Duration.ofMinutes(10);

  @Test
  void aSessionGoesOnAtAnotherNodeAndEndsAtBoth() {
    TestDatabase.Schema schema = TestDatabase.freshSchema();
    try (NodeProcess first = start(schema, "sessions-first")) {
      ready(first);
      try (NodeProcess second = start(schema, "sessions-second")) {
        ready(second);
        whatEndsAtOneNodeEndsAtTheOther(first.port(), second.port());

        Visitor visitor = signedIn(first.port());
        worksIn(visitor);
        worksIn(visitor.at(second.port()));
        worksIn(visitor);
        String session = visitor.cookie("JSESSIONID");

        first.kill();

        Visitor moved = visitor.at(second.port());
        worksIn(moved);
        assertThat(moved.cookie("JSESSIONID")).isEqualTo(session);
        assertThat(moved.fillIn("/account", "/sign-out").location()).isEqualTo("/sign-in");
        assertThat(visitor.at(second.port()).get(INCIDENTS).status()).isEqualTo(401);
      }
    } finally {
      schema.drop();
    }
  }

  private static void whatEndsAtOneNodeEndsAtTheOther(int first, int second) {
    Visitor lost = signedIn(first);
    lost.open(TASKLIST);
    Visitor owner = signedIn(second);
    String page = owner.open("/account").body();
    assertThat(page.split("/account/sessions/[\\w-]{22}/end", -1)).hasSize(2);
    String end = owner.open("/account").found("action=\"(/account/sessions/[\\w-]{22}/end)\"");

    assertThat(owner.fillIn("/account", end).location()).isEqualTo("/account?done=session");

    assertThat(lost.get(INCIDENTS).status()).isEqualTo(401);
    assertThat(lost.get("/camunda/api/engine/engine/default/task/count").status()).isEqualTo(401);
    assertThat(owner.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(owner.at(first).get(INCIDENTS).status()).isEqualTo(200);
  }

  /** Reads and writes by a page, the API and Tasklist. */
  private static void worksIn(Visitor visitor) {
    assertThat(visitor.open("/account").status()).isEqualTo(200);
    assertThat(visitor.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(visitor.script("POST", "/api/v1/contacts", "{}").status()).isEqualTo(422);
    assertThat(visitor.open(TASKLIST).status()).isEqualTo(200);
    assertThat(visitor.get("/camunda/api/admin/auth/user/default").json().path("userId").asText())
        .isEqualTo("admin");
    Visitor.Answer tasks =
        visitor.send(
            visitor
                .request("/camunda/api/engine/engine/default/task")
                .header("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(tasks.status()).as(tasks.body()).isEqualTo(200);
  }

  private static Visitor signedIn(int port) {
    Visitor visitor = new Visitor(port);
    assertThat(visitor.signIn("admin", PASSWORD).status()).isEqualTo(303);
    return visitor;
  }

  private static NodeProcess start(TestDatabase.Schema schema, String name) {
    return NodeProcess.start(schema, name, "--baton.admin.password=" + PASSWORD);
  }

  private static void ready(NodeProcess node) {
    Awaitility.await().atMost(LONGEST_START).until(() -> node.isReady() || !node.isAlive());
    assertThat(node.isAlive()).as(node::logged).isTrue();
  }
}
