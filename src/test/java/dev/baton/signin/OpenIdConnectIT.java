package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.baton.support.Node;
import dev.baton.support.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** Signing in with a provider of OpenID Connect, which the desk knows by its settings alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdConnectIT {

  private TestDatabase.Schema schema;
  private Provider provider;
  private Node desk;
  private int port;
  private Visitor.Answer whileAway;

  @BeforeAll
  void open() {
    schema = TestDatabase.deskSchema();
    provider = new Provider();
    desk =
        Node.start(
            schema,
            false,
            "--baton.oidc.issuer=" + provider.issuer(),
            "--baton.oidc.client-id=baton-test",
            "--baton.oidc.client-secret=only-for-tests",
            "--baton.oidc.name=House Keys",
            "--baton.oidc.login-claim=desk_login");
    desk.desk();
    port = Integer.parseInt(desk.bean(Environment.class).getProperty("local.server.port"));
    // Once it has answered it is not asked again where its addresses are.
    provider.flaw = "away";
    whileAway = new Visitor(port).open("/sign-in/oidc/desk");
  }

  @AfterAll
  void close() {
    if (desk != null) {
      desk.close();
    }
    if (provider != null) {
      provider.close();
    }
    schema.drop();
  }

  @Test
  void whomTheProviderVouchesForAndTheDeskKnowsGetsIn() {
    provider.user = "ada";
    provider.flaw = "";
    Visitor visitor = new Visitor(port);
    String page = visitor.open("/sign-in?continue=%2Foutbox").body();
    assertThat(page).contains("Sign in with House Keys");

    Visitor.Answer back = atTheProvider(visitor, "/sign-in/oidc/desk?continue=%2Foutbox");

    assertThat(back.location()).isEqualTo("/outbox");
    assertThat(visitor.get("/api/v1/incidents").status()).isEqualTo(200);
    assertThat(visitor.open("/account").body()).contains("ada");
  }

  @Test
  void whomTheDeskDoesNotKnowStaysOutside() {
    provider.user = "somebody-else";
    provider.flaw = "";
    Visitor visitor = new Visitor(port);

    Visitor.Answer back = atTheProvider(visitor, "/sign-in/oidc/desk");

    assertThat(back.location()).isEqualTo("/sign-in?oidc=stranger");
    assertThat(visitor.open(back.location()).body()).contains("you have no account");
    assertThat(visitor.get("/api/v1/incidents").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "audience", "time", "nonce", "signature"})
  void aTokenWithAFlawLetsNobodyIn(String flaw) {
    provider.user = "ada";
    provider.flaw = flaw;
    Visitor visitor = new Visitor(port);

    assertThat(atTheProvider(visitor, "/sign-in/oidc/desk").location())
        .isEqualTo("/sign-in?oidc=failed");
    assertThat(visitor.get("/api/v1/incidents").status()).isEqualTo(401);
  }

  @Test
  void aProviderThatDribblesItsAnswerHoldsNobodyForLong() {
    provider.user = "ada";
    provider.flaw = "slowness";

    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () ->
            assertThat(atTheProvider(new Visitor(port), "/sign-in/oidc/desk").location())
                .isEqualTo("/sign-in?oidc=failed"));
  }

  @Test
  void aProviderThatIsAwayIsNoErrorOfTheDesk() {
    assertThat(whileAway.location()).isEqualTo("/sign-in?oidc=failed");
    assertThat(new Visitor(port).open("/sign-in?oidc=failed").body())
        .contains("The sign-in failed", "House Keys");
  }

  @Test
  void anAnswerThatNobodyAskedForLetsNobodyIn() {
    provider.user = "ada";
    provider.flaw = "";
    Visitor visitor = new Visitor(port);
    visitor.open("/sign-in/oidc/desk");

    assertThat(visitor.open("/sign-in/back?code=code-0&state=guessed").location())
        .isEqualTo("/sign-in?oidc=failed");
    assertThat(new Visitor(port).open("/sign-in/back?code=code-0&state=x").location())
        .isEqualTo("/sign-in?oidc=failed");
  }

  @Test
  void nobodyIsLedToAnotherSiteByIt() {
    provider.user = "ada";
    provider.flaw = "";
    Visitor visitor = new Visitor(port);

    Visitor.Answer back =
        atTheProvider(visitor, "/sign-in/oidc/desk?continue=https%3A%2F%2Fevil.example%2F");

    assertThat(back.location()).startsWith("/camunda/app/");
  }

  private static Visitor.Answer atTheProvider(Visitor visitor, String start) {
    Visitor.Answer away = visitor.open(start);
    assertThat(away.header("Location")).contains("code_challenge", "nonce", "state");
    try {
      HttpResponse<Void> there =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(away.header("Location"))).build(),
                  HttpResponse.BodyHandlers.discarding());
      String back = there.headers().firstValue("Location").orElseThrow();
      return visitor.open(back.replaceFirst("^http://[^/]+", ""));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
